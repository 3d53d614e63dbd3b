// Run by `measureInChild` in a process of its own: simulator-memory.ts <devices>
import { createManualClock, createSimulator } from "@tve-pass/testing"
import { tellParent } from "../child/child-answer.ts"
import { deviceAddress, obtainAccessToken } from "../simulator/configuration-request.ts"
import { usedMemory } from "./used-memory.ts"

/** Bytes per device that the simulator holds. */
export interface SimulatorMemory {
  /** Each has registered, has a token and has been throttled once. */
  readonly active: number
  /** A day later: tokens have expired, devices count as new; credentials stay, for they never expire. */
  readonly dayLater: number
}

const devices = Number(process.argv[2])
const oneDay = 24 * 60 * 60 * 1000

await tellParent(async (): Promise<SimulatorMemory> => {
  const clock = createManualClock()
  const simulator = createSimulator({ clock })
  const visit = (device: number): Promise<string> =>
    obtainAccessToken(simulator.origin, simulator.fetch, { "X-Forwarded-For": deviceAddress(device) })
  const before = await usedMemory()
  for (let device = 0; device < devices; device++) await visit(device)
  const active = ((await usedMemory()) - before) / devices
  clock.advance(oneDay)
  // The next visitor lets the idle state go.
  await visit(devices)
  return { active, dayLater: ((await usedMemory()) - before) / devices }
})
