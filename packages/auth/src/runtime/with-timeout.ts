import * as Effect from "effect/Effect"
import { sleep } from "./clock.ts"

/**
 * Runs an effect for at most some milliseconds; past them it is interrupted, and the outcome is that of `orElse`. Effect's
 * `timeoutOrElse` does the same for three times the size, as it needs all of `Option`.
 */
export const withTimeout = <Success, Failure, Requirements, Success2, Failure2>(
  effect: Effect.Effect<Success, Failure, Requirements>,
  milliseconds: number,
  orElse: () => Effect.Effect<Success2, Failure2>
): Effect.Effect<Success | Success2, Failure | Failure2, Requirements> =>
  Effect.raceFirst(effect, Effect.andThen(sleep(milliseconds), Effect.suspend(orElse)))
