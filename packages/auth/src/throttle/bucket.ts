import type { ThrottleLimits } from "./throttle-limits.ts"

/**
 * Requests sent right after the burst share a window with it when the server counts in whole seconds (model A of
 * docs/protocol/throttling.md, section 5). Half a request of the burst is reserved, so that requests after the burst
 * arrive in the middle of the server's windows. Neither latency nor an early timer then moves them into the wrong
 * window.
 */
const headroom = 0.5

/** Rounding errors of the level, in requests, are smaller than this. */
const roundingError = 1e-6

/** How long, in milliseconds, a device keeps the strict reading after a 429 if it sends nothing. */
const strictReadingMemory = 3_600_000

/**
 * The state of a bucket as JSON: level, remaining burst, whether the burst refills, and three times in milliseconds.
 * `null` means no hold.
 */
export type BucketState = readonly [
  level: number,
  burstLeft: number,
  refills: boolean,
  at: number,
  lastUsed: number,
  heldUntil: number | null
]

/** The state of the strict reading, in which the burst is available once (rule 15, bucket). */
interface StrictReading {
  burstLeft: number
  lastUsed: number
  heldUntil: number
}

/**
 * Counts the requests that one device may still send, without timers. All times are milliseconds of one monotonic
 * clock.
 *
 * The level refills up to one request plus the burst. The burst is constant if it is assumed to refill, and decreases
 * if it is assumed to be available once (rule 15, bucket). A server has one bucket for each recently used address, most
 * of them without a strict reading.
 */
export class Bucket {
  readonly #limits: ThrottleLimits
  #level: number
  #at: number
  #strict: StrictReading | undefined

  constructor(limits: ThrottleLimits, now: number) {
    this.#limits = limits
    this.#at = now
    const burstLeft = this.#wholeBurst
    this.#strict =
      limits.burstReading === "once" ? { burstLeft, lastUsed: now, heldUntil: Number.NEGATIVE_INFINITY } : undefined
    this.#level = 1 + burstLeft
  }

  /** Returns the state from which {@link restore} continues in another tab or after a reload. */
  get state(): BucketState {
    const strict = this.#strict
    return [
      this.#level,
      this.#burstLeft,
      strict === undefined,
      this.#at,
      strict?.lastUsed ?? this.#at,
      strict?.heldUntil ?? null
    ]
  }

  /**
   * Continues from the state of another bucket with the same limits. A time in the future, from a clock that was turned
   * back since, becomes `now`.
   */
  restore([level, burstLeft, refills, at, lastUsed, heldUntil]: BucketState, now: number): void {
    this.#level = level
    this.#at = Math.min(at, now)
    this.#strict = refills
      ? undefined
      : {
          burstLeft,
          lastUsed: Math.min(lastUsed, now),
          heldUntil: Math.min(heldUntil ?? Number.NEGATIVE_INFINITY, now + strictReadingMemory)
        }
  }

  /** Returns the milliseconds until the next request may be sent; zero or less if it may be sent now. */
  readyIn(now: number): number {
    this.#refill(now)
    const missing = 1 - this.#level
    const refillTime = missing > roundingError ? (missing - roundingError) * this.#interval : 0
    // Rounded up to whole milliseconds, the resolution of timers: late is better than early.
    return Math.ceil(Math.max(refillTime, this.heldFor(now)))
  }

  /** Returns the milliseconds for which a 429 still holds the device; zero or less if none does. */
  heldFor(now: number): number {
    return (this.#strict?.heldUntil ?? Number.NEGATIVE_INFINITY) - now
  }

  /** Takes one request. Call it only if `readyIn` returned zero or less. */
  spend(): void {
    const strict = this.#strict
    if (strict !== undefined) {
      strict.lastUsed = this.#at
      if (this.#level - strict.burstLeft < 1 - roundingError) strict.burstLeft = Math.max(0, strict.burstLeft - 1)
    }
    this.#level = Math.max(0, this.#level - 1)
  }

  /** Records a 429 for a permitted request: the bucket is empty, and the burst does not refill. */
  rejected(now: number, holdMillis: number): void {
    this.#refill(now)
    this.#level = 0
    this.#strict = { burstLeft: 0, lastUsed: now, heldUntil: now + Math.max(this.heldFor(now), holdMillis) }
  }

  /** Returns the expected milliseconds of waiting at a position in the queue, counted from zero. */
  readyInAt(now: number, position: number): number {
    return Math.max(0, this.readyIn(now)) + position * this.#interval
  }

  /** Returns whether a new bucket would behave the same, so that this one can be dropped. */
  isForgettable(now: number): boolean {
    this.#refill(now)
    if (this.heldFor(now) > 0) return false
    if (this.#strict !== undefined) return now - this.#strict.lastUsed >= strictReadingMemory
    return this.#level >= 1 + this.#burstLeft - roundingError
  }

  get #interval(): number {
    return 1000 / this.#limits.perSecond
  }

  get #wholeBurst(): number {
    return this.#limits.burst > 0 ? this.#limits.burst - headroom : 0
  }

  get #burstLeft(): number {
    return this.#strict?.burstLeft ?? this.#wholeBurst
  }

  #refill(now: number): void {
    const elapsed = now - this.#at
    if (elapsed <= 0) return
    this.#at = now
    this.#level = Math.min(1 + this.#burstLeft, this.#level + elapsed / this.#interval)
  }
}
