import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { AuthError } from "../errors/index.ts"
import type { RetryPlan } from "./retry-plan.ts"

/**
 * The default retries of `register` and `token` as a schedule, for building others: three retries, after at least 0.5,
 * 1 and 2 seconds (rule 19, retries).
 */
export const dcrSchedule = /* @__PURE__ */ Schedule.exponential("500 millis").pipe(
  /* @__PURE__ */ Schedule.upTo({ times: 3 })
)

/**
 * The default retries after a 429 as a schedule: two retries, after at least 1 and 2 seconds (rule 16, hold after a
 * 429).
 */
export const throttledSchedule = /* @__PURE__ */ Schedule.exponential("1 second").pipe(
  /* @__PURE__ */ Schedule.upTo({ times: 2 })
)

/**
 * Creates a {@link RetryPlan} from a schedule. Its delays are minimums: the jitter of the policy is added, and a
 * `Retry-After` or the hold after a 429 may be longer.
 *
 * @example
 * ```ts
 * const policy = { ...defaultAuthPolicy, dcrRetries: onSchedule(Schedule.spaced("1 second").pipe(Schedule.upTo({ times: 5 }))) }
 * ```
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
