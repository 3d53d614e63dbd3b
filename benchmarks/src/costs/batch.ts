import type { Call } from "../contestant.ts"
import { apiPath } from "../measure-each.ts"

/** Calls that are measured together, one after the other. */
export interface Batch {
  readonly call: Call
  readonly calls: number
}

const longest = 200
const milliseconds = 20

/** As many calls as a batch of a sensible length takes. */
export const batchOf = (call: Call, callsPerMillisecond: number): Batch => ({
  call,
  calls: Math.min(longest, Math.max(2, Math.round(milliseconds * callsPerMillisecond)))
})

/** Calls for that long; yields how often. */
export const runFor = async (milliseconds: number, call: Call): Promise<number> => {
  const start = performance.now()
  let calls = 0
  for (; performance.now() - start < milliseconds; calls++) await runOnce(call)
  return calls
}

export const microsecondsPerCall = async (batch: Batch): Promise<number> => {
  const start = process.hrtime.bigint()
  await runBatch(batch)
  return Number(process.hrtime.bigint() - start) / 1000 / batch.calls
}

/** What is allocated, if the young generation takes a whole batch: start Node with `--max-semi-space-size=128`. */
export const bytesPerCall = async (batch: Batch): Promise<number> => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  await runBatch(batch)
  return (process.memoryUsage().heapUsed - before) / batch.calls
}

const runBatch = async ({ call, calls }: Batch): Promise<void> => {
  for (let count = 0; count < calls; count++) await runOnce(call)
}

const runOnce = async (call: Call): Promise<void> => {
  const status = await call(apiPath)
  if (status !== 200) throw new Error(`A warm call ended with ${status}`)
}
