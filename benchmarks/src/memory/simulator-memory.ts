// Run by `measureInChild`: simulator-memory.ts <devices> <seconds>
import { createManualClock, createSimulator } from "@tve-pass/testing"
import { sendResult } from "../child/child-result.ts"
import { deviceAddress, obtainAccessToken } from "../network/request.ts"
import { usedMemory } from "./used-memory.ts"

/** Bytes per device that the simulator holds. */
export interface SimulatorMemory {
  /** Each device has registered, has a token and a bucket. */
  readonly active: number
  /** A day later: tokens have expired, buckets are gone; credentials never expire. */
  readonly dayLater: number
  /** As many as there was time for. */
  readonly devices: number
}

const [, , mostDevices, seconds] = process.argv
const oneDay = 24 * 60 * 60 * 1000

await sendResult(async (): Promise<SimulatorMemory> => {
  const clock = createManualClock()
  const simulator = createSimulator({ clock })
  const visit = (device: number): Promise<string> =>
    obtainAccessToken(simulator.origin, simulator.fetch, { "X-Forwarded-For": deviceAddress(device) })
  const before = await usedMemory()
  const start = performance.now()
  let devices = 0
  while (devices < Number(mostDevices) && performance.now() - start < Number(seconds) * 1000) await visit(devices++)
  const active = ((await usedMemory()) - before) / devices
  clock.advance(oneDay)
  // The next device makes the simulator drop idle state.
  await visit(devices)
  return { active, dayLater: ((await usedMemory()) - before) / devices, devices }
})
