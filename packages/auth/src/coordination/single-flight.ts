import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import { joinFiber, scopedLifetime, type Lifetime } from "../runtime/index.ts"

/** Shares one run of an effect among all concurrent callers. */
export interface SingleFlight<Success, Failure> {
  /** Joins the current run, or starts one with this effect. */
  readonly run: (effect: Effect.Effect<Success, Failure>) => Effect.Effect<Success, Failure>
}

/** Holds the current run of a {@link SingleFlight}. */
export interface FlightSlot<Success, Failure> {
  flight: Fiber.Fiber<Success, Failure> | undefined
}

/**
 * Creates a {@link SingleFlight} whose runs end with the surrounding scope: see {@link singleFlightIn}.
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const flight = yield* makeSingleFlight<number, never>()
 *   return yield* Effect.all([flight.run(Effect.succeed(1)), flight.run(Effect.succeed(2))], { concurrency: 2 })
 * })
 * Effect.runPromise(Effect.scoped(program)) // => [1, 1]
 * ```
 */
export const makeSingleFlight = <Success, Failure>(): Effect.Effect<
  SingleFlight<Success, Failure>,
  never,
  Scope.Scope
> => Effect.map(scopedLifetime, (lifetime) => singleFlightIn<Success, Failure>(lifetime))

/**
 * Creates a {@link SingleFlight} whose runs end with a lifetime. Each run has a separate fiber: an interrupted caller
 * cancels only its wait (rule 9, isolated callers). No outcome is cached, neither success nor failure nor interruption.
 *
 * @param slot single flights with the same slot share their runs
 */
export const singleFlightIn = <Success, Failure>(
  lifetime: Lifetime,
  slot: FlightSlot<Success, Failure> = { flight: undefined }
): SingleFlight<Success, Failure> => {
  const start = (effect: Effect.Effect<Success, Failure>) =>
    Effect.flatMap(lifetime.fork(effect), (fiber) => {
      slot.flight = fiber
      // An observer rather than a finalizer, because it also runs for a fiber that never started after the end of the
      // lifetime.
      fiber.addObserver(() => (slot.flight = undefined))
      return Effect.succeed(fiber)
    })

  return {
    run: (effect) =>
      // Uninterruptible until the fork, or later callers could wait for a run that never started.
      Effect.uninterruptibleMask((restore) =>
        Effect.suspend(() =>
          slot.flight === undefined
            ? Effect.flatMap(start(effect), (flight) => restore(joinFiber(flight)))
            : restore(joinFiber(slot.flight))
        )
      )
  }
}
