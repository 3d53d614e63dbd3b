import type { Exchange, Sender } from "../../host/exchange.ts"
import { laneOf, type Lane } from "./lane.ts"

/** Milliseconds of simulated time that the timeline shows. */
export const span = 60_000

/** What became of a request, as its color shows. */
export type Outcome = "limit" | "burst" | "uncounted" | "throttled" | "error" | "pending"

/** A request on the timeline. */
export interface Mark {
  readonly id: number
  readonly lane: Lane
  readonly sender: Sender
  readonly outcome: Outcome
  /** Place from left to right, from 0 (a minute ago) to 1 (now). */
  readonly position: number
  /** Place in a stack of marks that are close to each other, from the bottom. */
  readonly level: number
  /** Part of the timeline for which the request waited on its device. */
  readonly waited: number
}

/** A wait on a device before a request. */
export interface Wait {
  readonly sender: Sender
  /** When it ended, in milliseconds of simulated time. */
  readonly at: number
  readonly milliseconds: number
}

/** Marks closer than this are stacked. */
const closeness = 0.012

/** Milliseconds between the end of a wait and its request, on a busy machine. */
const longestDelay = 2_000

/** Returns what became of a request. */
export const outcomeOf = ({ endedAt, broken, response, paidBy }: Exchange): Outcome => {
  if (endedAt === undefined) return "pending"
  if (broken === true || response === undefined) return "error"
  if (response.status === 429) return "throttled"
  if (response.status >= 400) return "error"
  if (paidBy === "burst") return "burst"
  return paidBy === undefined ? "uncounted" : "limit"
}

/** Returns the marks of the last minute, oldest first. */
export const marksOf = (
  exchanges: ReadonlyArray<Exchange>,
  waits: ReadonlyArray<Wait>,
  now: number
): ReadonlyArray<Mark> => {
  const shown = exchanges.filter(({ startedAt }) => startedAt > now - span && startedAt <= now)
  const waitOf = waitsByExchange(shown, waits)
  const lastInLane = new Map<Lane, { readonly position: number; readonly level: number }>()
  return shown.map((exchange) => {
    const lane = laneOf(exchange)
    const position = 1 - (now - exchange.startedAt) / span
    const last = lastInLane.get(lane)
    const level = last !== undefined && position - last.position < closeness ? last.level + 1 : 0
    // A stack stays where its first mark is.
    const mark = { position: level === 0 ? position : (last?.position ?? position), level }
    lastInLane.set(lane, mark)
    const { id, sender } = exchange
    return { id, lane, sender, outcome: outcomeOf(exchange), ...mark, waited: (waitOf.get(id) ?? 0) / span }
  })
}

/** Returns the wait before each request, in milliseconds. */
const waitsByExchange = (
  exchanges: ReadonlyArray<Exchange>,
  waits: ReadonlyArray<Wait>
): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const { sender, at, milliseconds } of waits) {
    const exchange = exchanges.find(
      ({ id, startedAt, sender: from }) =>
        from === sender && !found.has(id) && startedAt >= at - longestDelay && startedAt <= at + longestDelay
    )
    if (exchange !== undefined) found.set(exchange.id, milliseconds)
  }
  return found
}

/** Returns what the timeline shows, in one sentence for people who do not see it. */
export const summaryOf = (marks: ReadonlyArray<Mark>): string => {
  const count = (outcome: Outcome) => marks.filter((mark) => mark.outcome === outcome).length
  const waited = marks.filter((mark) => mark.waited > 0).length
  return `${marks.length} requests in the last minute: ${count("limit")} paid by the limit, ${count("burst")} by the burst, ${count("throttled")} throttled, ${count("error")} with an error, ${waited} after a wait on the device.`
}
