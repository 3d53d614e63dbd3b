import type { Clock } from "./clock.ts"

/** A clock that runs only when `advance` is called. */
export interface ManualClock extends Clock {
  /** Advances the time and resolves, in order, every due `sleep`. */
  advance(milliseconds: number): void
}

/**
 * Creates a clock that runs only when `advance` is called.
 *
 * @param start Milliseconds since the Unix epoch; the moment of the token sample in docs/protocol/dcr.md by default.
 *
 * @example
 * ```ts
 * const clock = createManualClock()
 * const simulator = createSimulator({ clock })
 * clock.advance(6 * 60 * 60 * 1000) // every access token issued so far has expired
 * ```
 */
export const createManualClock = (start = 1_752_148_106_221): ManualClock => {
  let now = start
  const sleepers = new Set<{ readonly wakeAt: number; readonly wake: () => void }>()

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason)
        const abort = () => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        const sleeper = {
          wakeAt: now + milliseconds,
          wake: () => {
            signal?.removeEventListener("abort", abort)
            resolve()
          }
        }
        signal?.addEventListener("abort", abort, { once: true })
        sleepers.add(sleeper)
      }),
    advance: (milliseconds) => {
      now += milliseconds
      const due = [...sleepers].filter((sleeper) => sleeper.wakeAt <= now)
      for (const sleeper of [...due].sort((left, right) => left.wakeAt - right.wakeAt)) {
        sleepers.delete(sleeper)
        sleeper.wake()
      }
    }
  }
}
