import { apiPath, cellsOf, measureEach } from "../measure-each.ts"
import type { Contestant } from "../contestant.ts"
import type { Measurement } from "../measurement.ts"
import { createDocumentedThrottle } from "../network/documented-throttle.ts"
import { createStubNetwork } from "../network/stub-network.ts"
import { measured, type Cell } from "../report/cell.ts"

const patienceSeconds = 15

/** When a request is sent again that got the documented 429: HTML, no `Retry-After`, and at least a second to wait. */
export const retryAfter429: Measurement = {
  name: "retry-after-429",
  busy: "waiting",
  measure: async () => {
    const results = await measureEach(measureRetry)
    return [
      {
        id: "retry-after-429-delay",
        table: "behaviour",
        title: "delay before the retry after the documented 429",
        unit: "ms",
        better: "lower",
        cells: cellsOf(results, retryCell)
      }
    ]
  }
}

const retryCell = (result: Retry): Cell => {
  if (result === "none") return { instead: "no retry", reason: "the application sees the 429" }
  if (result === "late") return { instead: `> ${patienceSeconds} s`, reason: "had not sent it again by then" }
  if (result >= 1000) return measured(Math.round(result))
  return {
    instead: `${Math.round(result)}`,
    reason: "too early: the documentation asks for a second at least, in which nothing is sent"
  }
}

/** Milliseconds between the two requests, or that there was no second one. */
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
  await Promise.race([ended, timeout()])
  const [first, second] = network.arrivals.slice(before)
  if (first !== undefined && second !== undefined) return second - first
  return (await Promise.race([ended, Promise.resolve("waiting")])) === "ended" ? "none" : "late"
}

const timeout = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patienceSeconds * 1000).unref())
