import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { AuthError } from "../errors/index.ts"
import type { RetryPlan } from "./retry-plan.ts"

/**
 * The default for `register` and `token` as a schedule, to build others on: three more attempts after at least 0.5, 1
 * and 2 seconds (rule 19).
 */
export const dcrSchedule = Schedule.exponential("500 millis").pipe(Schedule.upTo({ times: 3 }))

/** The default after a 429 as a schedule: two more attempts after at least 1 and 2 seconds (rule 16). */
export const throttledSchedule = Schedule.exponential("1 second").pipe(Schedule.upTo({ times: 2 }))

/**
 * A {@link RetryPlan} that follows a schedule. Its delays are floors: the jitter of the policy, the minimum hold after a
 * 429 and a `Retry-After` come on top.
 *
 * @example
 * const policy = { ...defaultAuthPolicy, dcrRetries: onSchedule(Schedule.spaced("1 second").pipe(Schedule.upTo({ times: 5 }))) }
 */
export const onSchedule = (schedule: Schedule.Schedule<unknown, AuthError>): RetryPlan =>
  Effect.map(
    Schedule.toStep(schedule),
    (step) => (failure) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        Effect.match(step(now, failure), {
          onSuccess: ([, delay]) => Duration.toMillis(delay),
          // The end of a schedule is a failure of its step.
          onFailure: () => undefined
        })
      )
  )
