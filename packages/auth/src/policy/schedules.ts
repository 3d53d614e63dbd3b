import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type { AuthError } from "../errors/index.ts"

/** When to send again: an Effect `Schedule` over the last failure. */
export type RetrySchedule = Schedule.Schedule<unknown, AuthError>

/**
 * After a network failure or a 5xx on `register` and `token` (rule 19): three more attempts after at least 0.5, 1 and 2
 * seconds. Up to half a second of jitter comes on top and never takes away from the floor.
 */
export const defaultDcrSchedule: RetrySchedule = Schedule.exponential("500 millis").pipe(
  Schedule.addDelay(() => Effect.map(Random.next, (random) => random * 500)),
  Schedule.upTo({ times: 3 })
)

/**
 * After a 429 (rule 16): two more attempts, so three in all, after at least 1 and 2 seconds. The device's minimum hold,
 * a `Retry-After`, and the jitter of the policy come on top of what a schedule of your own says.
 */
export const defaultThrottledSchedule: RetrySchedule = Schedule.exponential("1 second").pipe(
  Schedule.upTo({ times: 2 })
)
