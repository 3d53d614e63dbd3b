/** The allowance that admitted a request: the limit per second, or the burst; `bucket` if the model has only one. */
export type PaidBy = "limit" | "burst" | "bucket"

/** Counts the requests of one device. Times are milliseconds since the epoch. */
export interface ThrottleModel<Bucket> {
  /** Creates the bucket of a new device. */
  open(now: number): Bucket
  /** Takes one request from the bucket. Returns `undefined` if it is rejected, which takes nothing. */
  take(bucket: Bucket, now: number): PaidBy | undefined
  /** Returns whether the bucket equals a new one, so that it can be dropped. */
  isIdle(bucket: Bucket, now: number): boolean
}

/** docs/protocol/throttling.md section 1: "default" and "current" values, hence options. */
export interface ThrottleRates {
  /** Sustained requests per second. */
  readonly perSecond: number
  /** Requests admitted beyond the sustained rate. */
  readonly burst: number
}

interface WindowedBucket {
  /** First request of the device; windows of one second count from here. */
  anchor: number
  window: number
  usedInWindow: number
  burstLeft: number
  lastRequest: number
}

/**
 * Model A, the literal reading: windows of one second anchored at the first request, and a burst that is granted once.
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
