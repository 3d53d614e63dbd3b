import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import { joinFiber, scopedLifetime, type Lifetime } from "../runtime/index.ts"

/** Shares one run of an effect among all callers that ask while it runs. */
export interface SingleFlight<Success, Failure> {
  /** Joins the flight that is under way, or starts one with this effect. */
  readonly run: (effect: Effect.Effect<Success, Failure>) => Effect.Effect<Success, Failure>
}

/** Where a {@link SingleFlight} keeps the flight that is under way. */
export interface FlightSlot<Success, Failure> {
  flight: Fiber.Fiber<Success, Failure> | undefined
}

/**
 * Makes a {@link SingleFlight} whose flights live in the surrounding scope: see {@link singleFlightIn}.
 *
 * @example
 * const program = Effect.gen(function* () {
 *   const flight = yield* makeSingleFlight<number, never>()
 *   return yield* Effect.all([flight.run(Effect.succeed(1)), flight.run(Effect.succeed(2))], { concurrency: 2 })
 * })
 * Effect.runPromise(Effect.scoped(program)) // => [1, 1]
 */
export const makeSingleFlight = <Success, Failure>(): Effect.Effect<
  SingleFlight<Success, Failure>,
  never,
  Scope.Scope
> => Effect.map(scopedLifetime, (lifetime) => singleFlightIn<Success, Failure>(lifetime))

/**
 * Makes a {@link SingleFlight} whose flights live in this lifetime, each on a fiber of its own: a caller that is
 * interrupted detaches only itself (rule 9, isolated callers). Nothing is remembered once a flight has landed, be it a
 * success, a failure or an interruption.
 *
 * @param slot shared by all single flights that are to be one
 */
export const singleFlightIn = <Success, Failure>(
  lifetime: Lifetime,
  slot: FlightSlot<Success, Failure> = { flight: undefined }
): SingleFlight<Success, Failure> => {
  const depart = (effect: Effect.Effect<Success, Failure>) =>
    Effect.flatMap(lifetime.fork(effect), (fiber) => {
      slot.flight = fiber
      // An observer, not a finalizer of the effect: a fiber that never started, because the lifetime is over, lands as well.
      fiber.addObserver(() => (slot.flight = undefined))
      return Effect.succeed(fiber)
    })

  return {
    run: (effect) =>
      // Between taking off and the fork nothing may interrupt, or later callers would wait for a flight that never
      // took off.
      Effect.uninterruptibleMask((restore) =>
        Effect.suspend(() =>
          slot.flight === undefined
            ? Effect.flatMap(depart(effect), (flight) => restore(joinFiber(flight)))
            : restore(joinFiber(slot.flight))
        )
      )
  }
}
