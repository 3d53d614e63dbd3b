import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * The delays of retries. The effect runs once for each operation and returns a function. That function receives each
 * failure, and returns the milliseconds to wait before the next attempt, or `undefined` to give up.
 */
export type RetryPlan = Effect.Effect<(failure: AuthError) => Effect.Effect<number | undefined>>

/**
 * Creates a {@link RetryPlan} with one retry for each delay, in milliseconds.
 *
 * @example
 * ```ts
 * const policy = { ...defaultAuthPolicy, dcrRetries: afterDelays(200, 400) }
 * ```
 */
export const afterDelays = (...delays: ReadonlyArray<number>): RetryPlan =>
  Effect.sync(() => {
    let retries = 0
    return () => Effect.sync(() => delays[retries++])
  })
