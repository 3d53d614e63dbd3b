import type { Clock } from "./clock.ts"

/**
 * The machine's clock. Looks up `Date.now` and `setTimeout` at each call, so that fake timers work even if they are
 * installed later.
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const abort = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", abort)
        resolve()
      }, milliseconds)
      if (signal?.aborted === true) return abort()
      signal?.addEventListener("abort", abort, { once: true })
    })
}
