import type { Measurement } from "../measurement.ts"
import { deviceMemoryRows } from "./device-memory.ts"
import { simulatedDeviceMemoryRows } from "./simulated-device-memory.ts"

/**
 * Memory per device, in a process at a time. It runs beside the measurements that wait, since those that compute are to
 * have the machine for themselves.
 */
export const memory: Measurement = {
  name: "memory",
  busy: "waiting",
  measure: async (run) => [...(await deviceMemoryRows(run)), ...(await simulatedDeviceMemoryRows(run))]
}
