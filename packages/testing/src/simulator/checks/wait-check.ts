import { createBoundedMap } from "../encoding/bounded-map.ts"
import { type Violation, warn } from "../request/violation.ts"

/** Milliseconds to wait after a 429 before sending anything (docs/protocol/throttling.md section 2). */
const shortestWait = 1_000

/** Detects clients that do not wait after a 429 (M-THR-2, wait after a 429). */
export interface WaitCheck {
  /**
   * Records the start of a request, and warns if its client must know of a 429 that is less than a second old. Returns
   * a function to call when the client can have read the response.
   */
  begin(request: SentRequest, now: number, violations: Violation[]): () => void
  /** Records a 429. */
  noteThrottled(request: SentRequest, now: number): void
}

export interface SentRequest {
  /** The sending device. Several devices may share one address without knowing of each other. */
  readonly sender: string
  /** Method and URL. */
  readonly line: string
}

/** The most devices and requests in memory, with a few hundred bytes each. */
const limit = 10_000

/** Counts requests in flight by key, and remembers the keys that were in flight more than once at a time. */
const createOverlaps = () => {
  const inFlight = new Map<string, number>()
  const overlapped = createBoundedMap<string, true>(limit)
  return {
    begin: (key: string): (() => void) => {
      const count = (inFlight.get(key) ?? 0) + 1
      inFlight.set(key, count)
      if (count > 1) overlapped.set(key, true)
      return () => {
        const left = (inFlight.get(key) ?? 1) - 1
        if (left === 0) inFlight.delete(key)
        else inFlight.set(key, left)
      }
    },
    has: (key: string): boolean => overlapped.get(key) === true
  }
}

const lineOf = ({ sender, line }: SentRequest) => `${sender}\n${line}`

/**
 * A 429 is known to the page or process that receives it, and only once it has arrived. Requests that are in flight by then
 * cannot be held back, nor those of other tabs of the device. Hence a request within a second of a 429 is a violation
 *
 * - of a device that has never had two requests in flight at once: every request, or
 * - of any other device: the same request again, unless that was in flight more than once, as it is in several tabs.
 */
export const createWaitCheck = (): WaitCheck => {
  const senders = createOverlaps()
  const lines = createOverlaps()
  const throttledAt = createBoundedMap<string, number>(limit)
  /** Time of the latest 429 that the sender of the request must know. */
  const latestKnown = (sender: string, line: string): number | undefined => {
    if (!senders.has(sender)) return throttledAt.get(sender)
    return lines.has(line) ? undefined : throttledAt.get(line)
  }
  return {
    begin: (request, now, violations) => {
      const { sender } = request
      const line = lineOf(request)
      const senderEnded = senders.begin(sender)
      const lineEnded = lines.begin(line)
      const at = latestKnown(sender, line)
      if (at !== undefined && now - at < shortestWait) {
        warn({ violations }, "throttle", `Sent ${now - at} ms after a 429: wait at least ${shortestWait} ms.`)
      }
      return () => {
        senderEnded()
        lineEnded()
      }
    },
    noteThrottled: (request, now) => {
      throttledAt.set(request.sender, now)
      throttledAt.set(lineOf(request), now)
    }
  }
}
