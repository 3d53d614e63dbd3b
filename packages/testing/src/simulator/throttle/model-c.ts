import { oneRequest } from "./model-b.ts"
import type { ThrottleModel, ThrottleRates } from "./throttle-model.ts"

interface LeakyBucket {
  /** Thousandths of a request above the sustained rate that have not leaked out yet; negative after a pause. */
  excess: number
  lastAdmitted: number
}

/** Model C, the leaky bucket of nginx and openresty: `rate=1r/s, burst=10, nodelay`. Rejected requests do not count. */
export const modelC = (rates: ThrottleRates): ThrottleModel<LeakyBucket> => {
  const excessAt = (bucket: LeakyBucket, now: number) =>
    Math.max(-oneRequest, bucket.excess - (now - bucket.lastAdmitted) * rates.perSecond)
  return {
    open: (now) => ({ excess: -oneRequest, lastAdmitted: now }),
    take: (bucket, now) => {
      const excess = Math.max(0, excessAt(bucket, now) + oneRequest)
      if (excess > rates.burst * oneRequest) return undefined
      bucket.excess = excess
      bucket.lastAdmitted = now
      return "bucket"
    },
    isIdle: (bucket, now) => excessAt(bucket, now) <= -oneRequest
  }
}
