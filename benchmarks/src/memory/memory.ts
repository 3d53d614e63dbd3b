import { measureInChild } from "../child/child-result.ts"
import { contestants } from "../contestants/contestants.ts"
import { tvePass } from "../contestants/tve-pass.ts"
import type { Measurement, Run } from "../measurement.ts"
import { formatNumber } from "../report/render-report.ts"
import { type Cell, measured, type Row } from "../report/row.ts"
import { simulatorCells } from "../simulator/columns.ts"
import type { ApplicationMemory } from "./application-memory.ts"
import type { PoolMemory } from "./device-pool-memory.ts"
import type { SimulatorMemory } from "./simulator-memory.ts"

const manyDevices = 100_000
const mostDevices = 1_000_000
/** One application each; some take milliseconds to create. */
const devicesOfPeers = 10_000
/** Seconds in which devices that are measured may appear; the row says how many did. */
const secondsForPeers = 1
const secondsForPool = 40

const devicesIn = (count: number, { quick }: Run): number => (quick ? count / 100 : count)

/** Measures the memory of devices, two processes at a time. It runs beside the measurements that wait. */
export const memory: Measurement = {
  name: "memory",
  busy: "waiting",
  measure: async (run) => {
    const ofServers = async () => [await manyDevicesRow(run), ...(await simulatedDeviceRows(run))]
    return (await Promise.all([deviceRows(run), ofServers()])).flat()
  }
}

/** Measures what a server holds for each device: ours in a pool, peers as one application each. */
const deviceRows = async (run: Run): Promise<ReadonlyArray<Row>> => {
  const active: { [column: string]: Cell } = {}
  const idle: { [column: string]: Cell } = {}
  for (const { name } of contestants) {
    run.progress(`devices of ${name}`)
    const application = await measureInChild<ApplicationMemory>(
      new URL("application-memory.ts", import.meta.url),
      name,
      devicesIn(devicesOfPeers, run),
      secondsForPeers
    )
    const isOurs = name === tvePass.name
    active[name] = isOurs
      ? await activeInPool(application, run)
      : measured(application.bytesPerDevice / 1000, countNote(application.devices))
    idle[name] = isOurs ? await idleInPool(run) : asActive
  }
  return [
    { id: "memory-active-device", title: "memory of a device with a valid token", cells: active, ...inKilobytes },
    { id: "memory-idle-device", title: "memory of an idle device", cells: idle, ...inKilobytes }
  ]
}

const inKilobytes = { table: "costs", unit: "kB", better: "lower" } as const

const asActive: Cell = {
  instead: "as active",
  reason: "drops no device: the application and its token stay until the server drops them"
}

const countNote = (devices: number): string | undefined =>
  devices === manyDevices ? undefined : `measured with ${devices.toLocaleString("en-US")} devices`

const measurePool = (...args: ReadonlyArray<string | number>): Promise<PoolMemory> =>
  measureInChild(new URL("device-pool-memory.ts", import.meta.url), ...args, secondsForPool)

const activeInPool = async (alone: ApplicationMemory, run: Run): Promise<Cell> => {
  const { bytes, held } = await measurePool("active", "elsewhere", devicesIn(manyDevices, run))
  const single = `in \`createDevicePool\`; \`createAdobePass\`, which is for one device, takes ${formatNumber(alone.bytesPerDevice / 1000)} kB`
  return measured(bytes / held / 1000, withCount(single, held))
}

const idleInPool = async (run: Run): Promise<Cell> => {
  const inMemory = await measurePool("idle", "memory", devicesIn(manyDevices, run))
  const elsewhere = await measurePool("idle", "elsewhere", devicesIn(manyDevices, run))
  if (inMemory.held + elsewhere.held > 0) throw new Error("The pool did not drop its idle devices")
  // Code and caches can make it negative.
  const external = formatNumber(Math.max(0, elsewhere.bytes / elsewhere.visited / 1000))
  const note = `credentials and token in the memory store; with an external store ${external} kB`
  return measured(inMemory.bytes / inMemory.visited / 1000, withCount(note, inMemory.visited))
}

const withCount = (note: string, devices: number): string => [note, countNote(devices) ?? []].flat().join("; ")

/** Shows that the pool is bounded: more devices than it holds visit it one after the other. */
const manyDevicesRow = async (run: Run): Promise<Row> => {
  run.progress("a million devices")
  const { bytes, visited, held } = await measurePool("default", "elsewhere", devicesIn(mostDevices, run))
  const scale = visited < mostDevices ? `, scaled down to the time available` : ""
  return {
    id: "pool-many-devices",
    table: "usage",
    title: "memory of a pool with default limits after up to a million devices",
    unit: "MB",
    better: "lower",
    cells: {
      [tvePass.name]: measured(
        bytes / 1e6,
        `after ${visited.toLocaleString("en-US")} devices${scale}; it holds ${held.toLocaleString("en-US")}`
      )
    }
  }
}

/** Measures what the simulator holds for each device. */
const simulatedDeviceRows = async (run: Run): Promise<ReadonlyArray<Row>> => {
  run.progress("devices of the simulator")
  const { active, dayLater, devices } = await measureInChild<SimulatorMemory>(
    new URL("simulator-memory.ts", import.meta.url),
    devicesIn(manyDevices, run),
    secondsForPool
  )
  const row = { table: "simulator", unit: "kB", better: "lower" } as const
  const withoutDevices = {
    prism: { instead: "none kept", reason: "knows no devices: every response is an example of the specification" },
    mswHandler: { instead: "none kept", reason: "knows no devices, unless its author adds them" }
  }
  return [
    {
      ...row,
      id: "simulator-memory-active-device",
      title: "memory of a device with credentials, token and bucket",
      cells: simulatorCells({ simulator: measured(active / 1000, countNote(devices)), ...withoutDevices })
    },
    {
      ...row,
      id: "simulator-memory-idle-device",
      title: "memory of that device after a day without a request",
      cells: simulatorCells({ simulator: measured(dayLater / 1000, countNote(devices)), ...withoutDevices })
    }
  ]
}
