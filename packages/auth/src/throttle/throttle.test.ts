import { describe, expect, it } from "@effect/vitest"
import { Clock, Effect, Exit, Fiber, Scheduler } from "effect"
import { TestClock } from "effect/testing"
import { defaultThrottleLimits } from "./throttle-limits.ts"
import { makeThrottle, type Throttle } from "./throttle.ts"

const device = "203.45.101.20"
const make = (limits: Partial<typeof defaultThrottleLimits> = {}) =>
  Effect.clockWith((clock) => Effect.succeed(makeThrottle({ ...defaultThrottleLimits, ...limits }, clock)))

const takeAll = (throttle: Throttle, now: number): number => {
  let taken = 0
  while (taken < 100 && throttle.tryTake(device, now)) taken += 1
  return taken
}

/** Queues up, and tells the time at which the request may leave. */
const departure = (throttle: Throttle, options?: { readonly priority: boolean }) =>
  Effect.forkChild(Effect.andThen(throttle.take(device, options), Clock.currentTimeMillis), { startImmediately: true })

describe("rule 15: one bucket per device", () => {
  it.effect("lets the burst go at once, then one request per second", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      expect(takeAll(throttle, 0)).toBe(10)
      const fibers = yield* Effect.all([departure(throttle), departure(throttle), departure(throttle)])
      yield* TestClock.adjust("1 minute")
      expect(yield* Fiber.joinAll(fibers)).toStrictEqual([500, 1500, 2500])
    })
  )

  it.effect("takes the burst to come back while the device is idle", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      expect(takeAll(throttle, 60_000)).toBe(10)
    })
  )

  it.effect("switches the device to the strict reading after a 429: burst once, then one per second", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      throttle.rejected(device, 0)
      expect(takeAll(throttle, 60_000)).toBe(1)
      expect(takeAll(throttle, 60_999)).toBe(0)
      expect(takeAll(throttle, 61_000)).toBe(1)
      expect(throttle.tryTake("198.51.100.7", 61_000)).toBe(true)
    })
  )

  it.effect("takes rate and burst from the limits", () =>
    Effect.gen(function* () {
      const throttle = yield* make({ perSecond: 10, burst: 0 })
      expect([0, 99, 100].map((now) => takeAll(throttle, now))).toStrictEqual([1, 0, 1])
    })
  )

  it.effect("the strict reading from the start pays the sustained rate first", () =>
    Effect.gen(function* () {
      const throttle = yield* make({ burstReading: "once" })
      // One request a second leaves the burst alone.
      for (let second = 0; second < 30; second++) expect(throttle.tryTake(device, second * 1000)).toBe(true)
      expect(takeAll(throttle, 30_000)).toBe(10)
      expect(takeAll(throttle, 90_000)).toBe(1)
    })
  )
})

describe("rule 16: a 429 holds the whole device", () => {
  it.effect("for 1000 milliseconds at least, and longer if asked", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      expect(throttle.rejected(device, 0)).toBe(1000)
      expect(throttle.tryTake(device, 999)).toBe(false)
      expect(throttle.tryTake(device, 1000)).toBe(true)
      yield* TestClock.setTime(1000)
      expect(throttle.rejected(device, 7000)).toBe(7000)
      expect(throttle.tryTake(device, 7999)).toBe(false)
      expect(throttle.tryTake(device, 8000)).toBe(true)
    })
  )

  it.effect("also for requests that wait already, and never shortens a hold", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      const waiting = yield* departure(throttle)
      yield* TestClock.adjust(400)
      throttle.rejected(device, 3000)
      throttle.rejected(device, 1000)
      yield* TestClock.adjust("1 minute")
      expect(yield* Fiber.join(waiting)).toBe(3400)
    })
  )

  it.effect("for 1000 milliseconds also where a shorter hold is configured", () =>
    Effect.gen(function* () {
      const throttle = yield* make({ minimumHold: 10 })
      expect(throttle.rejected(device, 0)).toBe(1000)
    })
  )

  it.effect("of the server that is longer than a request may wait is an error at once, in line as well", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      const impatient = () =>
        Effect.forkChild(Effect.flip(throttle.take(device, { longestHold: 30_000 })), { startImmediately: true })
      const inLine = yield* Effect.all([impatient(), impatient()])
      throttle.rejected(device, 600_000)
      const late = yield* impatient()
      yield* TestClock.adjust(500)
      for (const fiber of [...inLine, late]) {
        const { reason } = yield* Fiber.join(fiber)
        expect(reason).toMatchObject({ _tag: "Throttled", by: "server", retryAt: 600_000 })
      }
    })
  )

  it.effect("is remembered for an hour without a request: a minute later the burst has not come back (rule 15)", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      throttle.rejected(device, 0)
      for (const minute of [1, 59]) {
        yield* TestClock.setTime(minute * 60_000)
        throttle.forgetIdle()
        expect(throttle.size()).toBe(1)
      }
      expect(takeAll(throttle, 59 * 60_000)).toBe(1)
    })
  )

  it.effect("the rejected request goes before those that were never sent", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      const newcomers = yield* Effect.all([departure(throttle), departure(throttle)])
      throttle.rejected(device, 1000)
      const rejected = yield* Effect.all([
        departure(throttle, { priority: true }),
        departure(throttle, { priority: true })
      ])
      yield* TestClock.adjust("1 minute")
      expect(yield* Fiber.joinAll(rejected)).toStrictEqual([1000, 2000])
      expect(yield* Fiber.joinAll(newcomers)).toStrictEqual([3000, 4000])
    })
  )
})

describe("rule 17: waiting in order", () => {
  it.effect("an aborted wait gives its place back, at the head and in the middle", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      const fibers = yield* Effect.all(Array.from({ length: 5 }, () => departure(throttle)))
      yield* TestClock.adjust(100)
      yield* Effect.forEach([fibers[0], fibers[2]], (fiber) =>
        fiber === undefined ? Effect.void : Fiber.interrupt(fiber)
      )
      yield* TestClock.adjust("1 minute")
      const exits = yield* Effect.forEach(fibers, (fiber) => Fiber.await(fiber))
      expect(exits.filter(Exit.isSuccess).map((exit) => exit.value)).toStrictEqual([500, 1500, 2500])
    })
  )

  it.effect("an abort at any step leaves no place taken", () =>
    Effect.gen(function* () {
      for (let step = 0; step < 20; step++) {
        const throttle = yield* make({ burst: 0, queueLimit: 1 })
        takeAll(throttle, 0)
        // Every third operation lets others have their turn, as happens to any of them in a busy process.
        const busy = Effect.provideService(throttle.take(device), Scheduler.MaxOpsBeforeYield, 3)
        const fiber = yield* Effect.forkChild(busy, { startImmediately: true })
        for (let turn = 0; turn < step; turn++) yield* Effect.yieldNow
        yield* Fiber.interrupt(fiber)
        yield* departure(throttle)
        yield* TestClock.adjust(1000)
        expect(throttle.tryTake(device, (step + 1) * 10_000)).toBe(true)
      }
    })
  )

  it.effect("nobody overtakes the queue through the fast path", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      takeAll(throttle, 0)
      yield* departure(throttle)
      expect(throttle.tryTake(device, 5000)).toBe(false)
    })
  )

  it.effect("a full queue is a typed error that says when to try again", () =>
    Effect.gen(function* () {
      const throttle = yield* make({ queueLimit: 2 })
      takeAll(throttle, 0)
      yield* Effect.all([departure(throttle), departure(throttle)])
      const error = yield* Effect.flip(throttle.take(device))
      expect(error.reason).toStrictEqual({ _tag: "Throttled", by: "local", retryAt: 2500 })
    })
  )

  it.effect(
    "who goes first overtakes everybody, a full queue included, also one whose turn is at the same moment",
    () =>
      Effect.gen(function* () {
        const throttle = yield* make({ queueLimit: 2 })
        takeAll(throttle, 0)
        const others = yield* Effect.all([departure(throttle), departure(throttle)])
        const first = yield* departure(throttle, { priority: true })
        yield* TestClock.adjust("1 minute")
        expect(yield* Fiber.join(first)).toBe(500)
        expect(yield* Fiber.joinAll(others)).toStrictEqual([1500, 2500])
      })
  )

  it.effect("an idle device is forgotten, one that was told off only after an hour", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      for (let count = 0; count < 1000; count++) throttle.tryTake(`device ${count}`, 0)
      throttle.rejected("told off", 0)
      expect(throttle.size()).toBe(1001)
      yield* TestClock.setTime(900)
      throttle.forgetIdle()
      expect(throttle.size()).toBe(1001)
      yield* TestClock.setTime(10_000)
      throttle.forgetIdle()
      expect(throttle.size()).toBe(1)
      yield* TestClock.setTime(3_600_000)
      throttle.forgetIdle()
      expect(throttle.size()).toBe(0)
    })
  )

  it.effect("a stream of new devices makes it forget the old ones by itself", () =>
    Effect.gen(function* () {
      const throttle = yield* make()
      let largest = 0
      for (let count = 0; count < 20_000; count++) {
        throttle.tryTake(`device ${count}`, count * 100)
        largest = Math.max(largest, throttle.size())
      }
      expect(largest).toBeLessThanOrEqual(128)
    })
  )
})
