import { type Violation, warn } from "../request/violation.ts"

/** Milliseconds to wait after a 429 before sending anything (docs/protocol/throttling.md section 2). */
const shortestWait = 1_000

/** Remembers which clients were throttled a moment ago, to notice the one that does not wait (M-THR-2). */
export interface Pace {
  /** @param client Who sends: behind one address there may be several that know nothing of one another. */
  check(client: string, now: number, violations: Violation[]): void
  noteThrottled(client: string, now: number): void
}

export const createPace = (): Pace => {
  // In order of the 429.
  const throttledAt = new Map<string, number>()

  const forgetOld = (now: number) => {
    for (const [client, at] of throttledAt) {
      if (now - at < shortestWait) return
      throttledAt.delete(client)
    }
  }

  return {
    check: (client, now, violations) => {
      forgetOld(now)
      const at = throttledAt.get(client)
      if (at === undefined) return
      warn({ violations }, "throttle", `Sent ${now - at} ms after a 429: wait at least ${shortestWait} ms.`)
    },
    noteThrottled: (client, now) => {
      throttledAt.delete(client)
      throttledAt.set(client, now)
    }
  }
}
