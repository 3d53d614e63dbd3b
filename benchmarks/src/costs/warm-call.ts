import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement, Run } from "../measurement.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured } from "../report/cell.ts"
import { pairedDifferences, type Pair, type PairedDifferences } from "../statistics/paired-differences.ts"
import { batchOf, bytesPerCall, microsecondsPerCall, runFor, type Batch } from "./batch.ts"

/**
 * What a call adds when the token is at hand: time, and memory that is allocated on the way, beside the same request
 * with a bearer that never changes.
 */
export const warmCall: Measurement = {
  name: "warm-call",
  busy: "computing",
  measure: async (run) => {
    const { pairs, nothing } = await warmedUp(run)
    run.progress("time")
    const time = await pairedDifferences(pairs, nothing, microsecondsPerCall, run.quick ? 5 : 151)
    run.progress("memory")
    const bytes = await pairedDifferences(pairs, nothing, bytesPerCall, run.quick ? 3 : 11)
    return [
      {
        id: "warm-call-time",
        table: "costs",
        title: "time added to a call with a token at hand",
        unit: "µs",
        better: "lower",
        ...resultsOf(time, ({ waitsInside }) => waitsInside)
      },
      {
        id: "warm-call-bytes",
        table: "costs",
        title: "memory allocated for it",
        unit: "bytes",
        better: "lower",
        ...resultsOf(bytes, () => undefined)
      }
    ]
  }
}

const resultsOf = (
  { differences, noiseFloor }: PairedDifferences,
  remarkOn: (contestant: Contestant) => string | undefined
) => ({
  cells: cellsOf(differences, (difference, contestant) => {
    const withItsToken = contestant.leavesTokens && "with the token that the application keeps"
    return measured(difference, remarkOn(contestant) ?? withItsToken)
  }),
  noiseFloor
})

/** Every half of every pair has been called so often that it is compiled. */
const warmedUp = async ({ quick, progress }: Run) => {
  progress("warming up")
  const milliseconds = quick ? 20 : 500
  const pairs: Array<Pair<Batch>> = []
  for (const [name, { call, laterCall = call, callWithStaticBearer }] of await measureEach(createWarm)) {
    await runFor(milliseconds, callWithStaticBearer)
    const calls = await runFor(milliseconds, laterCall)
    pairs.push({
      name,
      thing: batchOf(laterCall, calls / milliseconds),
      baseline: batchOf(callWithStaticBearer, calls / milliseconds)
    })
  }
  const [first] = pairs
  if (first === undefined) throw new Error("There is nothing to measure")
  return { pairs, nothing: first.baseline }
}

const createWarm = async (contestant: Contestant) => {
  const application = await contestant.create(createStubNetwork({ atOnce: true }))
  await application.call(apiPath)
  return application
}
