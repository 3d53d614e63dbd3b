import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { monotonicMillis } from "../runtime/index.ts"
import { Bucket } from "./bucket.ts"
import type { ThrottleLimits } from "./throttle-limits.ts"

interface Waiter {
  readonly again: boolean
  /** Called when the waiter has become the first one. */
  wake: () => void
}

/** The bucket of one device with the requests that wait for it, in order. */
export class DeviceQueue {
  readonly #bucket: Bucket
  readonly #waiters: Array<Waiter> = []

  constructor(limits: ThrottleLimits, now: number) {
    this.#bucket = new Bucket(limits, now)
  }

  get waiting(): number {
    return this.#waiters.length
  }

  /** Takes a request if one is free and nobody waits for it. */
  tryTake(now: number): boolean {
    if (this.#waiters.length > 0 || this.#bucket.readyIn(now) > 0) return false
    this.#bucket.spend()
    return true
  }

  /** Milliseconds that a request would wait if it queued up now. */
  waitOfNext(now: number): number {
    return this.#bucket.readyInAt(now, this.#waiters.length)
  }

  /**
   * Waits in line, then takes a request. Only the first in line sleeps; it wakes the next one when it leaves, whether
   * it was served or interrupted.
   */
  turn(clock: Clock.Clock, again: boolean): Effect.Effect<void> {
    return Effect.suspend(() => {
      const waiter: Waiter = { again, wake: () => {} }
      this.#join(waiter)
      return Effect.ensuring(
        Effect.andThen(this.#becomeFirst(waiter), this.#whenReady(clock, waiter)),
        Effect.sync(() => this.#leave(waiter))
      )
    })
  }

  rejected(now: number, holdMillis: number): void {
    this.#bucket.rejected(now, holdMillis)
  }

  isForgettable(now: number): boolean {
    return this.#waiters.length === 0 && this.#bucket.isForgettable(now)
  }

  #join(waiter: Waiter): void {
    const firstNewcomer = waiter.again ? this.#waiters.findIndex((other) => !other.again) : -1
    if (firstNewcomer === -1) this.#waiters.push(waiter)
    else this.#waiters.splice(firstNewcomer, 0, waiter)
  }

  #leave(waiter: Waiter): void {
    const index = this.#waiters.indexOf(waiter)
    this.#waiters.splice(index, 1)
    if (index === 0) this.#waiters[0]?.wake()
  }

  #becomeFirst(waiter: Waiter): Effect.Effect<void> {
    return Effect.suspend(() => {
      if (this.#waiters[0] === waiter) return Effect.void
      return Effect.callback<void>((resume) => {
        waiter.wake = () => resume(Effect.void)
      })
    })
  }

  // A hold may begin, or an earlier request come back, while the first one sleeps: both are looked at again.
  #whenReady(clock: Clock.Clock, waiter: Waiter): Effect.Effect<void> {
    return Effect.suspend(() => {
      if (this.#waiters[0] !== waiter) {
        return Effect.andThen(this.#becomeFirst(waiter), this.#whenReady(clock, waiter))
      }
      const wait = this.#bucket.readyIn(monotonicMillis(clock))
      if (wait > 0) return Effect.andThen(Effect.sleep(wait), this.#whenReady(clock, waiter))
      this.#bucket.spend()
      return Effect.void
    })
  }
}
