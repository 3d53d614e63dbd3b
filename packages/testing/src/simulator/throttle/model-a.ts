import type { ThrottleModel, ThrottleRates } from "./throttle-model.ts"

interface WindowedBucket {
  /** First request of the device; windows of one second count from here. */
  anchor: number
  window: number
  usedInWindow: number
  burstLeft: number
  lastRequest: number
}

/**
 * Model A, the literal text: windows of one second anchored at the first request, and a burst that is granted once.
 *
 * @param forgetAfter Milliseconds without a request after which a device counts as new and gets its burst again.
 */
export const modelA = (rates: ThrottleRates, forgetAfter: number): ThrottleModel<WindowedBucket> => ({
  open: (now) => ({ anchor: now, window: 0, usedInWindow: 0, burstLeft: rates.burst, lastRequest: now }),
  take: (bucket, now) => {
    bucket.lastRequest = now
    const window = Math.floor((now - bucket.anchor) / 1_000)
    if (window !== bucket.window) {
      bucket.window = window
      bucket.usedInWindow = 0
    }
    if (bucket.usedInWindow < rates.perSecond) {
      bucket.usedInWindow += 1
      return "limit"
    }
    if (bucket.burstLeft === 0) return undefined
    bucket.burstLeft -= 1
    return "burst"
  },
  isIdle: (bucket, now) => now - bucket.lastRequest >= forgetAfter
})
