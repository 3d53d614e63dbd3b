import { differencesOf, measureInTurn, medianOf, noiseOf, processorTime } from "../statistics.ts"

/** One call of what is measured. */
export type Call = () => Promise<unknown>

/** Calls that are measured together, one after the other. */
interface Batch {
  readonly call: Call
  readonly calls: number
}

const longestBatch = 200
const batchMilliseconds = 10

/** Median differences from the baseline, and how far the baseline differs from itself. */
export interface AddedCosts<Name extends string> {
  readonly microseconds: { readonly [Key in Name]: number }
  readonly microsecondsNoise: number
  readonly bytes: { readonly [Key in Name]: number }
  readonly bytesNoise: number
}

export interface Rounds {
  readonly time: number
  readonly memory: number
  /** Milliseconds in which each call is repeated before it is measured, so that it is compiled. */
  readonly warmUp: number
}

export const roundsOf = (quick: boolean): Rounds =>
  quick ? { time: 4, memory: 3, warmUp: 20 } : { time: 41, memory: 7, warmUp: 200 }

/**
 * Measures what calls add to a baseline: processor time, and memory that a call allocates. They run in turn, and so does the baseline
 * with itself. Needs `--expose-gc` and `--max-semi-space-size=128`, so that the young generation takes a whole batch.
 */
export const measureAddedCosts = async <Name extends string>(
  calls: { readonly [Key in Name]: Call },
  baseline: Call,
  rounds: Rounds
): Promise<AddedCosts<Name>> => {
  const all: { readonly [name: string]: Call } = { ...calls, [plain]: baseline, [plainAgain]: baseline }
  const batches: Array<readonly [string, Batch]> = []
  for (const [name, call] of Object.entries(all)) batches.push([name, await warmUp(call, rounds.warmUp)])
  const measuresOf = (measure: (batch: Batch) => Promise<number>) =>
    Object.fromEntries(batches.map(([name, batch]) => [name, () => measure(batch)]))
  const time = await measureInTurn(measuresOf(microsecondsPerCall), rounds.time)
  const memory = await measureInTurn(measuresOf(bytesPerCall), rounds.memory)
  // Boundary: Object.fromEntries forgets the type of the keys.
  const added = (series: typeof time) =>
    Object.fromEntries(
      Object.keys(calls).map((name) => [name, medianOf(differencesOf(series[name] ?? [], series[plain] ?? []))])
    ) as { readonly [Key in Name]: number }
  const noise = (series: typeof time) => noiseOf(differencesOf(series[plain] ?? [], series[plainAgain] ?? []))
  return {
    microseconds: added(time),
    microsecondsNoise: noise(time),
    bytes: added(memory),
    bytesNoise: noise(memory)
  }
}

const plain = "plain fetch"
const plainAgain = "plain fetch again"

/** Repeats a call for that long, and makes a batch that takes about as long as those of the other calls. */
const warmUp = async (call: Call, milliseconds: number): Promise<Batch> => {
  const start = performance.now()
  let calls = 0
  for (; performance.now() - start < milliseconds; calls++) await call()
  const perMillisecond = calls / milliseconds
  return { call, calls: Math.min(longestBatch, Math.max(2, Math.round(batchMilliseconds * perMillisecond))) }
}

const run = async ({ call, calls }: Batch): Promise<void> => {
  for (let count = 0; count < calls; count++) await call()
}

const microsecondsPerCall = async (batch: Batch): Promise<number> => {
  const start = processorTime()
  await run(batch)
  return (processorTime() - start) / batch.calls
}

const bytesPerCall = async (batch: Batch): Promise<number> => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  await run(batch)
  return (process.memoryUsage().heapUsed - before) / batch.calls
}
