import { describe, expect, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { TestClock } from "effect/testing"
import { vi } from "vitest"
import { clockOf, EffectClock, monotonicMillis, sleep } from "./clock.ts"

describe("the clock of Effect", () => {
  it("has the key that it is looked up by", () => {
    expect(EffectClock.key).toBe(Clock.Clock.key)
  })

  it.effect("is the one that sleep waits for", () =>
    Effect.gen(function* () {
      const sleeping = yield* Effect.forkChild(sleep(90_000))
      yield* TestClock.adjust(89_999)
      expect(sleeping.pollUnsafe()).toBeUndefined()
      yield* TestClock.adjust(1)
      yield* Fiber.join(sleeping)
    })
  )
})

describe("the clock of the platform, where the context has none", () => {
  it("is monotonic in milliseconds, also when the wall clock is set", () => {
    vi.useFakeTimers()
    try {
      const clock = clockOf(Context.empty())
      const before = monotonicMillis(clock)
      vi.advanceTimersByTime(1_500)
      vi.setSystemTime(0)
      expect(monotonicMillis(clock) - before).toBe(1_500)
      expect(Number(clock.monotonicTimeNanosUnsafe()) / 1e6).toBe(monotonicMillis(clock))
      expect(clock.currentTimeMillisUnsafe()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it("waits longer than one timer can, and clears its timer when it is interrupted", async () => {
    vi.useFakeTimers()
    try {
      const thirtyDays = 30 * 86_400_000
      let isOver = false
      const sleeping = Effect.runFork(
        Effect.andThen(
          sleep(thirtyDays),
          Effect.sync(() => (isOver = true))
        )
      )
      await vi.advanceTimersByTimeAsync(thirtyDays - 1)
      expect(isOver).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      expect(isOver).toBe(true)
      await Effect.runPromise(Fiber.await(sleeping))
      const interrupted = Effect.runFork(sleep(1_000))
      expect(vi.getTimerCount()).toBe(1)
      await Effect.runPromise(Fiber.interrupt(interrupted))
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
