import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber, Scope } from "effect"
import { TestClock } from "effect/testing"
import { makeSingleFlight } from "./index.ts"

const settle = TestClock.adjust(0)

/** An effect that waits for `land`, and counts how often it was started. */
const makeJourney = Effect.gen(function* () {
  const gate = yield* Deferred.make<string, string>()
  let starts = 0
  const journey = Effect.suspend(() => {
    starts++
    return Deferred.await(gate)
  })
  return { journey, land: (text: string) => Deferred.succeed(gate, text), gate, starts: () => starts }
})

describe("makeSingleFlight", () => {
  it.effect("runs once for 10,000 concurrent callers (rule 8)", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      const { journey, land, starts } = yield* makeJourney
      const callers = yield* Effect.forEach(Array.from({ length: 10_000 }), () => Effect.forkChild(flight.run(journey)))
      yield* settle
      yield* land("landed")
      const answers = yield* Fiber.joinAll(callers)
      expect(new Set(answers)).toEqual(new Set(["landed"]))
      expect(answers.length).toBe(10_000)
      expect(starts()).toBe(1)
    })
  )

  it.effect("goes on when the caller that started it is interrupted (rule 9)", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      const { journey, land, starts } = yield* makeJourney
      const first = yield* Effect.forkChild(flight.run(journey))
      const second = yield* Effect.forkChild(flight.run(journey))
      yield* settle
      yield* Fiber.interrupt(first)
      yield* land("landed")
      expect(yield* Fiber.join(second)).toBe("landed")
      expect(starts()).toBe(1)
    })
  )

  it.effect("goes on when nobody waits any more, and does not start twice meanwhile", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      const { journey, land, starts } = yield* makeJourney
      const only = yield* Effect.forkChild(flight.run(journey))
      yield* settle
      yield* Fiber.interrupt(only)
      const later = yield* Effect.forkChild(flight.run(journey))
      yield* settle
      yield* land("landed")
      expect(yield* Fiber.join(later)).toBe("landed")
      expect(starts()).toBe(1)
    })
  )

  it.effect("takes off even if its first caller is interrupted in the same moment", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      const { journey, land } = yield* makeJourney
      const first = yield* Effect.forkChild(flight.run(journey), { startImmediately: true })
      yield* Fiber.interrupt(first)
      const second = yield* Effect.forkChild(flight.run(journey))
      yield* settle
      yield* land("landed")
      expect(yield* Fiber.join(second)).toBe("landed")
    })
  )

  it.effect("remembers neither success nor failure", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      expect(yield* Effect.flip(flight.run(Effect.fail("failed")))).toBe("failed")
      expect(yield* flight.run(Effect.succeed("first"))).toBe("first")
      expect(yield* flight.run(Effect.succeed("second"))).toBe("second")
    })
  )

  it.effect("remembers no defect and no interruption of the flight itself", () =>
    Effect.gen(function* () {
      const flight = yield* makeSingleFlight<string, string>()
      expect(Exit.hasDies(yield* Effect.exit(flight.run(Effect.die("died"))))).toBe(true)
      expect(Exit.hasInterrupts(yield* Effect.exit(flight.run(Effect.interrupt)))).toBe(true)
      expect(yield* flight.run(Effect.succeed("next"))).toBe("next")
    })
  )

  it.effect("interrupts its callers when its scope is closed, and those that come later", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const flight = yield* Scope.provide(makeSingleFlight<string, string>(), scope)
      const caller = yield* Effect.forkChild(flight.run(Effect.never))
      yield* settle
      yield* Scope.close(scope, Exit.void)
      expect(Exit.hasInterrupts(yield* Fiber.await(caller))).toBe(true)
      const late = yield* Effect.forkChild(flight.run(Effect.succeed("late")))
      expect(Exit.hasInterrupts(yield* Fiber.await(late))).toBe(true)
    })
  )
})
