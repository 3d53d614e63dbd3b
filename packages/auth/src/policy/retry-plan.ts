import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * When to send again. Running the plan starts an operation's retries; each call of what it gives takes the last failure
 * and returns the milliseconds to wait before the next attempt, or `undefined` to give up.
 */
export type RetryPlan = Effect.Effect<(failure: AuthError) => Effect.Effect<number | undefined>>

/**
 * A {@link RetryPlan} of one retry per delay, in milliseconds.
 *
 * @example
 * const policy = { ...defaultAuthPolicy, dcrRetries: afterDelays(200, 400) }
 */
export const afterDelays = (...delays: ReadonlyArray<number>): RetryPlan =>
  Effect.sync(() => {
    let retries = 0
    return () => Effect.sync(() => delays[retries++])
  })
