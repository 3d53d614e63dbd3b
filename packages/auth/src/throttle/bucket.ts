import type { ThrottleLimits } from "./throttle-limits.ts"

/**
 * Requests sent right after the burst share a window with it when the server counts in whole seconds (model A of
 * docs/protocol/throttling.md, section 5). Half a request of the burst is kept back, so that what follows the burst
 * arrives in the middle of the server's windows: neither latency nor an early timer moves it into the wrong one.
 */
const headroom = 0.5

/** Sums of fractions of a second miss a whole request by less than this. */
const roundingError = 1e-6

/** How long, in milliseconds, a device keeps the strict reading after a 429 if it sends nothing. */
const strictReadingMemory = 3_600_000

/** A bucket as JSON: level, burst left, whether it comes back, and three times; `null` stands for no hold. */
export type BucketState = readonly [
  level: number,
  burstLeft: number,
  refills: boolean,
  at: number,
  lastUsed: number,
  heldUntil: number | null
]

/** What the strict reading remembers: the burst is given once (rule 15, bucket). */
interface StrictReading {
  burstLeft: number
  lastUsed: number
  heldUntil: number
}

/**
 * The requests one device may still send: arithmetic only, no timers. All times are milliseconds of one monotonic
 * clock.
 *
 * It is built of a refilling allowance of one request and a burst on top, which caps it: constant while the burst is taken
 * to refill, used up while it is taken to be given once (rule 15, bucket). A server has one for each address that sent
 * something lately, most of them without a strict reading.
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

  /** What {@link restore} needs to go on where this bucket is, in another tab or after a reload. */
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

  /** Goes on where another bucket of the same limits was. A time of the future, of a clock that was turned back, is now. */
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

  /** Milliseconds until the next request may leave; zero or less when it may leave now. */
  readyIn(now: number): number {
    this.#refill(now)
    const missing = 1 - this.#level
    const refillTime = missing > roundingError ? (missing - roundingError) * this.#interval : 0
    // Whole milliseconds, rounded up: a timer knows nothing finer, and late is better than early.
    return Math.ceil(Math.max(refillTime, this.heldFor(now)))
  }

  /** Milliseconds that a 429 still holds the device; zero or less where none does. */
  heldFor(now: number): number {
    return (this.#strict?.heldUntil ?? Number.NEGATIVE_INFINITY) - now
  }

  /** Takes one request out. Call it only when `readyIn` said so. */
  spend(): void {
    const strict = this.#strict
    if (strict !== undefined) {
      strict.lastUsed = this.#at
      if (this.#level - strict.burstLeft < 1 - roundingError) strict.burstLeft = Math.max(0, strict.burstLeft - 1)
    }
    this.#level = Math.max(0, this.#level - 1)
  }

  /** The server responded with 429 although a request was free: nothing is left, and the burst does not come back. */
  rejected(now: number, holdMillis: number): void {
    this.#refill(now)
    this.#level = 0
    this.#strict = { burstLeft: 0, lastUsed: now, heldUntil: now + Math.max(this.heldFor(now), holdMillis) }
  }

  /** Milliseconds the `position`-th waiter (from zero) has to expect. */
  readyInAt(now: number, position: number): number {
    return Math.max(0, this.readyIn(now)) + position * this.#interval
  }

  /** True when forgetting this bucket loses nothing: a new one would say the same. */
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
