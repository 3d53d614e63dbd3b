import { childAnswer } from "../child/child-answer.ts"
import type { ChildScript } from "../child/fork-child.ts"
import type { Contestant } from "../contestant.ts"
import { contestants } from "../contestants/contestants.ts"
import type { Measurement, Run } from "../measurement.ts"
import { measured, notOffered, type Cell } from "../report/cell.ts"
import type { Row } from "../report/row.ts"
import type { ApplicationMemory } from "./application-memory.ts"
import { simulatorCells } from "../simulator/columns.ts"
import { isOurs } from "./ours.ts"
import type { SimulatorMemory } from "./simulator-memory.ts"

const devices = 100_000
/** What is measured when trying, and where all would take too long. */
const fewerDevices = 10_000
const affordableSeconds = 5

const inWords = (count: number): string => count.toLocaleString("en-US")

/** A process at a time beside the measurements that wait: those that compute have the machine for themselves. */
export const memory: Measurement = {
  name: "memory",
  busy: "waiting",
  measure: async (run) => [await applicationRow(run), ...(await poolRows(run)), ...(await simulatorRows(run))]
}

const measureInChild = <Answer>(script: string, ...args: ReadonlyArray<string | number>): Promise<Answer> => {
  const child: ChildScript = {
    script: new URL(script, import.meta.url),
    args: args.map(String),
    nodeFlags: ["--expose-gc", "--max-semi-space-size=128", "--max-old-space-size=8192"]
  }
  return childAnswer(child, 180_000)
}

const scaled = (count: number): string | undefined =>
  count === devices ? undefined : `measured with ${inWords(count)} devices: ${inWords(devices)} would take too long`

const applicationRow = async (run: Run): Promise<Row> => {
  const cells: { [column: string]: Cell } = {}
  for (const contestant of contestants) {
    run.progress(`applications of ${contestant.name}`)
    cells[contestant.name] = await applicationCell(contestant, run)
  }
  return {
    id: "memory-application",
    table: "costs",
    title: "memory of an application with a token, one for each device",
    unit: "kB",
    better: "lower",
    cells
  }
}

const applicationCell = async ({ name }: Contestant, { quick }: Run): Promise<Cell> => {
  const { bytesPerDevice, devices: count } = await measureInChild<ApplicationMemory>(
    "application-memory.ts",
    name,
    quick ? fewerDevices : devices,
    quick ? 1 : affordableSeconds
  )
  return measured(bytesPerDevice / 1000, scaled(count))
}

interface PoolState {
  readonly state: "active" | "idle"
  readonly store: "memory" | "elsewhere"
  readonly title: string
  readonly devices: number
}

const poolStates: ReadonlyArray<PoolState> = [
  { state: "active", store: "elsewhere", title: "memory of a device that a pool holds", devices: fewerDevices },
  { state: "idle", store: "elsewhere", title: "memory of an idle device, the store on another machine", devices },
  { state: "idle", store: "memory", title: "memory of an idle device, the store in memory", devices }
]

const noPool = notOffered("an application is for one device, and keeps its memory until it is dropped")

const poolRows = async ({ quick, progress }: Run): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  for (const { state, store, title, devices } of poolStates) {
    progress(title)
    const count = quick ? fewerDevices : devices
    const bytes = await measureInChild<number>("device-pool-memory.ts", state, store, count)
    const own = measured(atLeastNothing(bytes) / 1000, scaled(count))
    rows.push({
      id: `memory-${state}-store-${store}`,
      table: "costs",
      title,
      unit: "kB",
      better: "lower",
      cells: Object.fromEntries(contestants.map((contestant) => [contestant.name, isOurs(contestant) ? own : noPool]))
    })
  }
  return rows
}

/** What is left of code and caches differs by more than a pool of forgotten devices keeps. */
const atLeastNothing = (bytes: number): number => Math.max(0, bytes)

const simulatorRows = async ({ quick, progress }: Run): Promise<ReadonlyArray<Row>> => {
  progress("devices of the simulator")
  const count = quick ? fewerDevices : devices
  const { active, dayLater } = await measureInChild<SimulatorMemory>("simulator-memory.ts", count)
  const others = {
    prism: { instead: "none kept", reason: "knows no devices: every answer is an example of the specification" },
    mswHandler: { instead: "none kept", reason: "knows no devices, unless its author has it remember them" }
  }
  return [
    {
      id: "simulator-memory",
      table: "simulator",
      title: "memory of a device with credentials, token and bucket",
      unit: "kB",
      better: "lower",
      cells: simulatorCells({ simulator: measured(active / 1000, scaled(count)), ...others })
    },
    {
      id: "simulator-memory-day-later",
      table: "simulator",
      title: "memory of that device after a day without a request",
      unit: "kB",
      better: "lower",
      cells: simulatorCells({ simulator: measured(dayLater / 1000, scaled(count)), ...others })
    }
  ]
}
