import type { ThrottleModel, ThrottleRates } from "./throttle-model.ts"

/** One request in the unit of the buckets: thousandths keep the arithmetic exact, one for each millisecond at 1/s. */
export const oneRequest = 1_000

interface TokenBucket {
  /** Thousandths of a request. */
  tokens: number
  filledAt: number
}

/** Model B, a token bucket: capacity is the burst and one more, and it fills again while the device is quiet. */
export const modelB = (rates: ThrottleRates): ThrottleModel<TokenBucket> => {
  const capacity = (rates.burst + 1) * oneRequest
  const filled = (bucket: TokenBucket, now: number) =>
    Math.min(capacity, bucket.tokens + (now - bucket.filledAt) * rates.perSecond)
  return {
    open: (now) => ({ tokens: capacity, filledAt: now }),
    take: (bucket, now) => {
      bucket.tokens = filled(bucket, now)
      bucket.filledAt = now
      if (bucket.tokens < oneRequest) return undefined
      bucket.tokens -= oneRequest
      return "bucket"
    },
    isIdle: (bucket, now) => filled(bucket, now) >= capacity
  }
}
