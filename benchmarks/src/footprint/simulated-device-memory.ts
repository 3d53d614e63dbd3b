import type { Run } from "../measurement.ts"
import { measured } from "../report/cell.ts"
import type { Row } from "../report/row.ts"
import { simulatorCells } from "../simulator/columns.ts"
import { fewerDevices, manyDevices, measureInChild, scaleNote } from "./measure-in-child.ts"
import type { SimulatorMemory } from "./simulator-memory.ts"

/** What the simulator holds for each device that it has met. */
export const simulatedDeviceMemoryRows = async ({ quick, progress }: Run): Promise<ReadonlyArray<Row>> => {
  progress("devices of the simulator")
  const devices = quick ? fewerDevices : manyDevices
  const { active, dayLater } = await measureInChild<SimulatorMemory>(
    new URL("simulator-memory.ts", import.meta.url),
    devices
  )
  const note = scaleNote(devices)
  return [
    {
      id: "simulator-memory-active-device",
      title: "memory of a device with credentials, token and bucket",
      cells: simulatorCells({ simulator: measured(active / 1000, note), ...withoutDevices }),
      ...inKilobytes
    },
    {
      id: "simulator-memory-idle-device",
      title: "memory of that device after a day without a request",
      cells: simulatorCells({ simulator: measured(dayLater / 1000, note), ...withoutDevices }),
      ...inKilobytes
    }
  ]
}

const inKilobytes = { table: "simulator", unit: "kB", better: "lower" } as const

const withoutDevices = {
  prism: { instead: "none kept", reason: "knows no devices: every answer is an example of the specification" },
  mswHandler: { instead: "none kept", reason: "knows no devices, unless its author has it remember them" }
}
