import * as Effect from "effect/Effect"
import { sleep } from "./clock.ts"

/**
 * Runs an effect for at most `milliseconds`. Then interrupts it and runs `orElse` instead. Effect's `timeoutOrElse`
 * does the same at three times the size, because it imports all of `Option`.
 */
export const withTimeout = <Success, Failure, Requirements, Success2, Failure2>(
  effect: Effect.Effect<Success, Failure, Requirements>,
  milliseconds: number,
  orElse: () => Effect.Effect<Success2, Failure2>
): Effect.Effect<Success | Success2, Failure | Failure2, Requirements> =>
  Effect.raceFirst(effect, Effect.andThen(sleep(milliseconds), Effect.suspend(orElse)))
