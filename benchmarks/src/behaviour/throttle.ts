import type { Contestant } from "../contestant.ts"
import { cellsOf, measureEach } from "../contestants/contestants.ts"
import type { Measurement } from "../measurement.ts"
import { createDocumentedThrottle } from "../network/documented-throttle.ts"
import { apiPath } from "../network/request.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { type Cell, measured } from "../report/row.ts"

/** Seconds to wait for a second request. */
const patience = 15

/** Measures when a request is sent again after the documented 429: HTML, and no `Retry-After`. */
export const retryAfter429: Measurement = {
  name: "retry-after-429",
  busy: "waiting",
  measure: async () => [
    {
      id: "retry-after-429-delay",
      table: "behaviour",
      title: "delay before the retry after the documented 429",
      unit: "ms",
      better: "lower",
      cells: cellsOf(await measureEach(measureRetry), retryCell)
    }
  ]
}

const retryCell = (result: Retry): Cell => {
  if (result === "none") return { instead: "no retry", reason: "the application gets the 429" }
  if (result === "late") return { instead: `> ${patience} s`, reason: "no retry within this time" }
  if (result >= 1000) return measured(Math.round(result))
  return { instead: `${Math.round(result)}`, reason: "too early: the documentation requires at least a second" }
}

/** Milliseconds between the two requests, or `"none"` if there is no second one. */
export type Retry = number | "none" | "late"

export const measureRetry = async (contestant: Contestant): Promise<Retry> => {
  const throttle = await createDocumentedThrottle()
  const network = createStubNetwork({ gate: throttle.take })
  const { call, laterCall = call } = await contestant.create(network, "documented")
  await call(apiPath)
  throttle.refuseNext()
  const before = network.arrivals.length
  const ended = laterCall(apiPath).then(
    () => "ended",
    () => "ended"
  )
  const timeout = new Promise((resolve) => setTimeout(resolve, patience * 1000).unref())
  await Promise.race([ended, timeout])
  const [first, second] = network.arrivals.slice(before)
  if (first !== undefined && second !== undefined) return second - first
  return (await Promise.race([ended, Promise.resolve("waiting")])) === "ended" ? "none" : "late"
}

/** Sends one call and then all others at once, through the documented bucket: about ten pass, then one a second. */
export const throttledCalls: Measurement = {
  name: "throttled-calls",
  busy: "waiting",
  measure: async ({ quick }) => {
    const calls = quick ? 14 : 60
    const results = await measureEach((contestant) => measureThrottledCalls(contestant, calls))
    const row = { table: "behaviour", unit: "", better: "lower" } as const
    return [
      {
        ...row,
        id: "throttled-calls-failed",
        title: `of ${calls} throttled calls, 429s that the application gets`,
        cells: cellsOf(results, ({ failed }) => measured(failed))
      },
      {
        ...row,
        id: "throttled-calls-refused",
        title: `429s that the server sends for them`,
        cells: cellsOf(results, ({ refused }) => measured(refused))
      },
      {
        ...row,
        id: "throttled-calls-time",
        title: `time until all ${calls} have succeeded`,
        unit: "s",
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
