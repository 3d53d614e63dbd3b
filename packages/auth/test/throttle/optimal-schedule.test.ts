import { describe, expect, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { defaultThrottleLimits, makeThrottle, type ThrottleLimits } from "../../src/throttle/index.ts"
import { serverModels, theoreticalDuration, type ServerModel } from "./server-models.ts"

const calls = 60

/** Sends `calls` requests at once; each reaches the server `latency(n)` milliseconds after it was let through. */
const run = (model: ServerModel, limits: ThrottleLimits, latency: (call: number) => number) =>
  Effect.gen(function* () {
    const throttle = yield* Effect.clockWith((clock) => Effect.succeed(makeThrottle(limits, clock)))
    const arrivals: Array<number> = []
    const fibers = yield* Effect.forEach(
      Array.from({ length: calls }, (_, call) => call),
      (call) =>
        Effect.forkChild(
          Effect.gen(function* () {
            yield* throttle.take("device")
            yield* Effect.sleep(latency(call))
            arrivals.push(yield* Clock.currentTimeMillis)
          }),
          { startImmediately: true }
        )
    )
    yield* TestClock.adjust("2 minutes")
    yield* Effect.forEach(fibers, (fiber) => Fiber.join(fiber))
    const inOrder = arrivals.sort((one, other) => one - other)
    return {
      rejections: inOrder.filter((arrival) => !model.accepts(arrival)).length,
      duration: inOrder.at(-1) ?? Number.NaN
    }
  })

/** The first request opens the connection; the others vary by up to 200 ms. */
const unevenLatency = (call: number): number => (call === 0 ? 300 : 30 + ((call * 7919) % 200))

describe("60 calls at once on a fresh device", () => {
  for (const makeModel of serverModels) {
    for (const burstReading of ["refills", "once"] as const) {
      it.effect(
        `finish without a 429 within 3 % of the optimum: ${makeModel().name}, client reads "${burstReading}"`,
        () =>
          Effect.gen(function* () {
            const { rejections, duration } = yield* run(
              makeModel(),
              { ...defaultThrottleLimits, burstReading },
              () => 0
            )
            expect(rejections).toBe(0)
            expect(duration).toBeLessThanOrEqual(theoreticalDuration(makeModel(), calls) * 1.03)
          })
      )
    }

    it.effect(`need no even latency: ${makeModel().name}`, () =>
      Effect.gen(function* () {
        expect((yield* run(makeModel(), defaultThrottleLimits, unevenLatency)).rejections).toBe(0)
      })
    )
  }
})
