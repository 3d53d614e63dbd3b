import { describe, expect, it } from "@effect/vitest"
import { Effect, Schedule } from "effect"
import { AuthError } from "../errors/index.ts"
import { defaultAuthPolicy } from "./auth-policy.ts"
import { dcrSchedule, onSchedule, throttledSchedule } from "./on-schedule.ts"
import { afterDelays, type RetryPlan } from "./retry-plan.ts"

const failure = new AuthError({ reason: { _tag: "TokenFailed", serverCode: undefined, status: 503 } })

const delaysOf = (plan: RetryPlan) =>
  Effect.gen(function* () {
    const next = yield* plan
    const delays: Array<number> = []
    for (let delay = yield* next(failure); delay !== undefined; delay = yield* next(failure)) delays.push(delay)
    return delays
  })

describe("a retry plan", () => {
  it.effect("of delays ends after them, and starts anew each time it is run", () =>
    Effect.gen(function* () {
      const plan = afterDelays(1, 2)
      expect([yield* delaysOf(plan), yield* delaysOf(plan)]).toStrictEqual([
        [1, 2],
        [1, 2]
      ])
    })
  )

  it.effect("follows any schedule", () =>
    Effect.gen(function* () {
      const schedule = Schedule.spaced("3 seconds").pipe(Schedule.upTo({ times: 2 }))
      expect(yield* delaysOf(onSchedule(schedule))).toStrictEqual([3000, 3000])
    })
  )

  it.effect("of a schedule sees the failure it decides on", () =>
    Effect.gen(function* () {
      const never = Schedule.recurs(5).pipe(
        Schedule.setInputType<AuthError>(),
        Schedule.while(({ input }) => input.reason._tag !== "TokenFailed")
      )
      expect(yield* delaysOf(onSchedule(never))).toStrictEqual([])
    })
  )

  it.effect("by default is that of the exported schedules", () =>
    Effect.gen(function* () {
      expect(yield* delaysOf(defaultAuthPolicy.dcrRetries)).toStrictEqual(yield* delaysOf(onSchedule(dcrSchedule)))
      expect(yield* delaysOf(defaultAuthPolicy.throttledRetries)).toStrictEqual(
        yield* delaysOf(onSchedule(throttledSchedule))
      )
    })
  )
})
