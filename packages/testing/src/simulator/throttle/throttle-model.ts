/** What paid for an admitted request: the per-second token or the one-time burst; `bucket` where a model has just one. */
export type PaidBy = "limit" | "burst" | "bucket"

/** How one device's requests are counted. Times are milliseconds since the epoch. */
export interface ThrottleModel<Bucket> {
  /** The bucket of a device that is seen for the first time. */
  open(now: number): Bucket
  /** Takes one request out of the bucket; `undefined` means rejected, which costs nothing. */
  take(bucket: Bucket, now: number): PaidBy | undefined
  /** Whether the bucket is as good as a new one, so that it may be forgotten. */
  isIdle(bucket: Bucket, now: number): boolean
}

/** docs/protocol/throttling.md section 1: "default" and "current" values, hence options. */
export interface ThrottleRates {
  /** Sustained requests per second. */
  readonly perSecond: number
  /** Requests admitted beyond the sustained rate. */
  readonly burst: number
}
