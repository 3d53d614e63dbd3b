import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createDocumentedThrottle } from "../network/documented-throttle.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured, type Cell } from "../report/cell.ts"

/** One call and then all others at once, where the documented bucket lets through some ten and then one a second. */
const callsInAll = (quick: boolean): number => (quick ? 14 : 60)

export const throttledCalls: Measurement = {
  name: "throttled-calls",
  busy: "waiting",
  measure: async ({ quick }) => {
    const calls = callsInAll(quick)
    const results = await measureEach((contestant) => measureThrottledCalls(contestant, calls))
    return [
      {
        id: "throttled-calls-failed",
        table: "behaviour",
        title: `of ${calls} throttled calls, 429s that the application sees`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ failed }) => measured(failed))
      },
      {
        id: "throttled-calls-refused",
        table: "behaviour",
        title: `429s that the server has to send for them`,
        unit: "",
        better: "lower",
        cells: cellsOf(results, ({ refused }) => measured(refused))
      },
      {
        id: "throttled-calls-time",
        table: "behaviour",
        title: `time until all ${calls} have succeeded`,
        unit: "s",
        better: "lower",
        cells: cellsOf(results, ({ failed, seconds }): Cell =>
          failed === 0 ? measured(seconds) : { instead: "never", reason: "some end with a 429" }
        )
      }
    ]
  }
}

export interface ThrottledCalls {
  readonly failed: number
  readonly refused: number
  readonly seconds: number
}

export const measureThrottledCalls = async (contestant: Contestant, calls: number): Promise<ThrottledCalls> => {
  const throttle = await createDocumentedThrottle()
  let refused = 0
  const gate = async (): Promise<Response | undefined> => {
    const refusal = await throttle.take()
    if (refusal !== undefined) refused++
    return refusal
  }
  const { call, laterCall = call } = await contestant.create(createStubNetwork({ gate }), "documented")
  const start = performance.now()
  await call(apiPath)
  const outcomes = await Promise.all(
    // A token call that is refused may end in an error without a status.
    Array.from({ length: calls - 1 }, () => laterCall(apiPath).catch(() => 429))
  )
  return {
    failed: outcomes.filter((status) => status !== 200).length,
    refused,
    seconds: (performance.now() - start) / 1000
  }
}
