import type { Contestant } from "../contestant.ts"
import { contestants } from "../contestants/contestants.ts"
import type { Run } from "../measurement.ts"
import { measured, type Cell } from "../report/cell.ts"
import { formatNumber } from "../report/format-number.ts"
import type { Row } from "../report/row.ts"
import type { ApplicationMemory } from "./application-memory.ts"
import { isOurs } from "./folders.ts"
import { fewerDevices, manyDevices, measureInChild, scaleNote } from "./measure-in-child.ts"

/** Seconds that opening the applications of one contestant may take. */
const affordableSeconds = 5

/** What a server holds for each of its devices: ours in a pool, a peer's as an application each. */
export const deviceMemoryRows = async (run: Run): Promise<ReadonlyArray<Row>> => {
  const active: { [column: string]: Cell } = {}
  const idle: { [column: string]: Cell } = {}
  for (const contestant of contestants) {
    run.progress(`devices of ${contestant.name}`)
    const application = await measureApplication(contestant, run)
    active[contestant.name] = isOurs(contestant)
      ? await heldByThePool(application, run)
      : measured(application.bytesPerDevice / 1000, scaleNote(application.devices))
    idle[contestant.name] = isOurs(contestant) ? await forgottenByThePool(run) : asActive
  }
  return [
    { id: "memory-active-device", title: "memory of a device with a token at hand", cells: active, ...inKilobytes },
    { id: "memory-idle-device", title: "memory of a device that has gone idle", cells: idle, ...inKilobytes }
  ]
}

const inKilobytes = { table: "costs", unit: "kB", better: "lower" } as const

const asActive: Cell = {
  instead: "as active",
  reason: "lets no device go: its application stays until the server drops it, and the token with it"
}

const measureApplication = ({ name }: Contestant, { quick }: Run): Promise<ApplicationMemory> =>
  measureInChild(
    new URL("application-memory.ts", import.meta.url),
    name,
    quick ? fewerDevices : manyDevices,
    quick ? 1 : affordableSeconds
  )

/** Bytes per device. */
const measurePool = (state: "active" | "idle", store: "memory" | "elsewhere", devices: number): Promise<number> =>
  measureInChild(new URL("device-pool-memory.ts", import.meta.url), state, store, devices)

const heldByThePool = async (alone: ApplicationMemory, { quick }: Run): Promise<Cell> => {
  const devices = quick ? fewerDevices : manyDevices
  const bytes = await measurePool("active", "elsewhere", devices)
  const note = `in \`createDevicePool\`; \`createAdobePass\`, which is for one device, takes ${formatNumber(alone.bytesPerDevice / 1000)} kB`
  return measured(bytes / 1000, withScale(note, devices))
}

const forgottenByThePool = async ({ quick }: Run): Promise<Cell> => {
  const devices = quick ? fewerDevices : manyDevices
  const inMemory = await measurePool("idle", "memory", devices)
  // The pool keeps nothing; what code and caches still take can come out below what it was before.
  const elsewhere = Math.max(0, await measurePool("idle", "elsewhere", devices))
  const note = `credentials and token in the memory store; with a store on another machine ${formatNumber(elsewhere / 1000)} kB`
  return measured(inMemory / 1000, withScale(note, devices))
}

const withScale = (note: string, devices: number): string => [note, scaleNote(devices) ?? []].flat().join("; ")
