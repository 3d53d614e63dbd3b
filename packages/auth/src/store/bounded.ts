import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { sleep } from "../runtime/index.ts"

/** The timeout of a call of a store, in milliseconds. A slower store counts as unavailable. */
export const storeTimeout = 10_000

/**
 * Runs an effect for at most `milliseconds`, even if it cannot be interrupted, so that a store that never responds does
 * not block the lock and all later calls. A late result is ignored.
 */
export const bounded = <Success, Failure, Failure2>(
  effect: Effect.Effect<Success, Failure>,
  milliseconds: number,
  orElse: () => Effect.Effect<never, Failure2>
): Effect.Effect<Success, Failure | Failure2> =>
  Effect.contextWith((context: Context.Context<never>) =>
    Effect.callback<Success, Failure | Failure2>((resume) => {
      const run = Effect.runForkWith(context)
      const work = run(effect)
      const timer = run(sleep(milliseconds))
      work.addObserver((exit) => {
        resume(exit)
        timer.interruptUnsafe()
      })
      timer.addObserver((exit) => {
        if (Exit.isFailure(exit)) return
        resume(Effect.suspend(orElse))
        work.interruptUnsafe()
      })
      return Effect.sync(() => {
        work.interruptUnsafe()
        timer.interruptUnsafe()
      })
    })
  )
