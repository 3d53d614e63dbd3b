import type { Clock } from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Clock as SimulatorClock } from "@tve-pass/testing/simulator"

interface Timer {
  readonly at: number
  readonly fire: () => void
}

/** Turns of the event loop after the last request, after which everything that needs no time has usually happened. */
const defaultTurns = 8

/** Turns after which a request counts as one that hangs. */
const longestRequest = 200

/**
 * A clock that stands still until a test moves it, for tests that run promises and effects side by side. Its wall clock
 * can be set wrong; its monotonic basis cannot.
 */
export class VirtualClock implements Clock {
  /** Milliseconds since the test began. */
  elapsed = 0
  /** Epoch milliseconds at which the test began, by a wall clock that may be set again. */
  #epoch = 1_752_148_106_221
  readonly #timers: Array<Timer> = []
  readonly #turns: number

  /** @param turns quiet turns of the event loop after which the clock may move on; Web Locks need about 20 */
  constructor({ turns = defaultTurns }: { readonly turns?: number } = {}) {
    this.#turns = turns
  }

  currentTimeMillisUnsafe(): number {
    return this.#epoch + this.elapsed
  }
  currentTimeNanosUnsafe(): bigint {
    return BigInt(Math.round(this.currentTimeMillisUnsafe() * 1e6))
  }
  monotonicTimeNanosUnsafe(): bigint {
    return BigInt(Math.round(this.elapsed * 1e6))
  }
  readonly currentTimeMillis = Effect.sync(() => this.currentTimeMillisUnsafe())
  readonly currentTimeNanos = Effect.sync(() => this.currentTimeNanosUnsafe())
  readonly monotonicTimeNanos = Effect.sync(() => this.monotonicTimeNanosUnsafe())

  sleep(duration: Duration.Duration): Effect.Effect<void> {
    return Effect.callback((resume) => {
      const cancel = this.schedule(Duration.toMillis(duration), () => resume(Effect.void))
      return Effect.sync(cancel)
    })
  }

  /** The clock that the simulator takes its time from. */
  get ofSimulator(): SimulatorClock {
    return {
      now: () => this.now(),
      sleep: (millis, signal) =>
        new Promise((resolve, reject) => {
          const cancel = this.schedule(millis, resolve)
          signal?.addEventListener(
            "abort",
            () => {
              cancel()
              reject(signal.reason)
            },
            { once: true }
          )
        })
    }
  }

  /** Timers that are running. */
  get timers(): number {
    return this.#timers.length
  }

  /** Calls back after so many milliseconds; returns how to prevent it. */
  schedule(millis: number, fire: () => void): () => void {
    const timer = { at: this.elapsed + Math.max(0, millis), fire }
    this.#timers.push(timer)
    return () => {
      const index = this.#timers.indexOf(timer)
      if (index !== -1) this.#timers.splice(index, 1)
    }
  }

  /** Sets the wall clock forward, or back by a negative number. */
  setWallClock(millis: number): void {
    this.#epoch += millis
  }

  /** Says how many requests are on their way; set by the simulated network. */
  requestsOnTheirWay: () => number = () => 0

  /** Lets everything happen that needs no time, requests included. */
  async settle(): Promise<void> {
    for (let turn = 0, quiet = 0; quiet < this.#turns && turn < longestRequest; turn++) {
      await new Promise((resolve) => setImmediate(resolve))
      quiet = this.requestsOnTheirWay() === 0 ? quiet + 1 : 0
    }
  }

  /** Epoch milliseconds, for the simulator. */
  now(): number {
    return this.currentTimeMillisUnsafe()
  }

  /** Moves on, timer by timer. */
  async advance(millis: number): Promise<void> {
    const target = this.elapsed + millis
    await this.settle()
    while (this.#fireNext(target)) await this.settle()
    this.elapsed = target
  }

  /** Moves on until the promise has settled. */
  async finish<Value>(promise: Promise<Value>): Promise<Value> {
    const state = { settled: false }
    const watched = promise.finally(() => {
      state.settled = true
    })
    // Its rejection is the caller's, not that of a promise without a reader yet.
    watched.catch(() => {})
    await this.settle()
    while (!state.settled) {
      if (!this.#fireNext(Number.POSITIVE_INFINITY)) throw new Error("It waits for something that no timer brings.")
      await this.settle()
    }
    return watched
  }

  /** Moves on until no timer is left. */
  async drain(): Promise<void> {
    await this.settle()
    while (this.#fireNext(Number.POSITIVE_INFINITY)) await this.settle()
  }

  #fireNext(until: number): boolean {
    let next: Timer | undefined
    for (const timer of this.#timers) if (next === undefined || timer.at < next.at) next = timer
    if (next === undefined || next.at > until) return false
    this.elapsed = next.at
    this.#timers.splice(this.#timers.indexOf(next), 1)
    next.fire()
    return true
  }
}
