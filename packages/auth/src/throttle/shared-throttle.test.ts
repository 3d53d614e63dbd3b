import { describe, expect, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { makeAuthEvents, type AuthEvent } from "../events/index.ts"
import { sharedThrottle, type SharedBuckets } from "./shared-throttle.ts"
import type { Throttle } from "./throttle.ts"

const device = "203.45.101.20"

/** A throttle over a shared one that grants a request a second, and can be away. */
const open = (options: Partial<SharedBuckets> = {}) =>
  Effect.clockWith((clock) =>
    Effect.sync(() => {
      const place = { asked: 0, granted: 0, freeAt: 0, isAway: false, rejections: new Array<number>() }
      const events = makeAuthEvents()
      const seen: Array<AuthEvent> = []
      events.subscribe((event) => seen.push(event))
      const throttle = sharedThrottle({
        acquire: async () => {
          place.asked += 1
          if (place.isAway) throw new Error("CANARY")
          const wait = place.freeAt - clock.currentTimeMillisUnsafe()
          if (wait > 0) return wait
          place.granted += 1
          place.freeAt = clock.currentTimeMillisUnsafe() + 1000
          return 0
        },
        rejected: async (_, hold) => void place.rejections.push(hold),
        ...options
      }).open(clock, events)
      return { place, throttle, seen }
    })
  )

const departure = (throttle: Throttle, priority = false) =>
  Effect.forkChild(Effect.andThen(throttle.take(device, { priority }), Clock.currentTimeMillis), {
    startImmediately: true
  })

/** Moves on second by second, and lets promises settle in between. */
const pass = (millis: number) =>
  Effect.gen(function* () {
    for (let passed = 0; passed < millis; passed += 10) {
      yield* Effect.promise(() => Promise.resolve())
      yield* TestClock.adjust(10)
    }
  })

describe("a shared throttle", () => {
  it.effect("is asked by the first in line only, and serves in order", () =>
    Effect.gen(function* () {
      const { place, throttle } = yield* open()
      const fibers = yield* Effect.all([departure(throttle), departure(throttle), departure(throttle)])
      yield* pass(3_000)
      const times = yield* Fiber.joinAll(fibers)
      expect(times.map((time) => Math.floor(time / 1000))).toStrictEqual([0, 1, 2])
      // Once for each request that left, and once for each that was told to wait.
      expect(place).toMatchObject({ granted: 3, asked: 5 })
      expect(throttle.size()).toBe(0)
    })
  )

  it.effect("lets requests with priority go first", () =>
    Effect.gen(function* () {
      const { throttle } = yield* open()
      yield* departure(throttle)
      yield* pass(100)
      const other = yield* departure(throttle)
      const first = yield* departure(throttle, true)
      yield* pass(4_000)
      expect(Math.floor((yield* Fiber.join(first)) / 1000)).toBe(1)
      expect(Math.floor((yield* Fiber.join(other)) / 1000)).toBe(2)
    })
  )

  it.effect("is not asked while a 429 that this process received holds the device", () =>
    Effect.gen(function* () {
      const { place, throttle } = yield* open()
      expect(throttle.rejected(device, 3_000)).toBe(3_000)
      const fiber = yield* departure(throttle)
      yield* pass(2_990)
      expect(place).toMatchObject({ asked: 0, rejections: [3_000] })
      yield* pass(20)
      expect(yield* Fiber.join(fiber)).toBe(3_000)
    })
  )

  it.effect("that is away degrades to one request a second with one event, and recovers", () =>
    Effect.gen(function* () {
      const { place, throttle, seen } = yield* open()
      place.isAway = true
      const fibers = yield* Effect.all([departure(throttle), departure(throttle), departure(throttle)])
      yield* pass(3_000)
      const times = yield* Fiber.joinAll(fibers)
      expect(times.map((time, index) => time - (times[index - 1] ?? -1000)).every((gap) => gap >= 990)).toBe(true)
      expect(seen.map(({ type }) => type)).toStrictEqual(["throttle-degraded"])
      expect(JSON.stringify(seen)).not.toContain("CANARY")
      place.isAway = false
      yield* pass(2_000)
      const fiber = yield* departure(throttle)
      yield* pass(100)
      yield* Fiber.join(fiber)
      expect(place.granted).toBe(1)
      expect(seen).toHaveLength(1)
    })
  )

  it.effect("that is away fails the request where that is asked for", () =>
    Effect.gen(function* () {
      const { place, throttle, seen } = yield* open({ onUnavailable: "fail" })
      place.isAway = true
      const error = yield* Effect.flip(throttle.take(device))
      expect(error.reason).toMatchObject({ _tag: "StoreUnavailable", location: "the shared throttle" })
      expect(seen).toStrictEqual([])
    })
  )

  it.effect("that returns no number is away", () =>
    Effect.gen(function* () {
      const { throttle, seen } = yield* open({ acquire: () => Promise.resolve(Number.NaN) })
      yield* throttle.take(device)
      expect(seen.map(({ type }) => type)).toStrictEqual(["throttle-degraded"])
    })
  )

  it.effect("has a queue limit, and takes the hold of the server for an error past the deadline", () =>
    Effect.gen(function* () {
      const { place, throttle } = yield* open({ limits: { queueLimit: 1 } })
      yield* departure(throttle)
      yield* pass(10)
      yield* departure(throttle)
      expect((yield* Effect.flip(throttle.take(device))).reason).toMatchObject({ _tag: "Throttled", by: "local" })
      yield* pass(2_000)
      place.freeAt = 600_000
      const error = yield* Effect.flip(throttle.take(device, { longestHold: 30_000 }))
      expect(error.reason).toMatchObject({ _tag: "Throttled", by: "server", retryAt: 600_000 })
    })
  )
})
