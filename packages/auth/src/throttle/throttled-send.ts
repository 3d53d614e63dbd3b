import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type * as Clock from "effect/Clock"
import { AuthError } from "../errors/index.ts"
import type { EventSource } from "../events/index.ts"
import type { Observation } from "../observation/observation.ts"
import type { AuthPolicy } from "../policy/index.ts"
import { monotonicMillis } from "../time/monotonic-millis.ts"
import { retryAfterMillis } from "./retry-after.ts"
import type { DeviceThrottle } from "./throttle.ts"

/** What sending under the throttle needs. */
export interface ThrottledSending {
  readonly throttle: DeviceThrottle
  readonly deviceKey: string
  readonly policy: AuthPolicy
  readonly events: EventSource
  readonly observation: Observation
}

/** A request that was answered. */
export interface Sent {
  readonly response: Response
}

/** What an operation has spent so far, for its error. */
export interface Effort {
  attempts: number
  /** Milliseconds. */
  totalWait: number
}

export const noEffort = (): Effort => ({ attempts: 0, totalWait: 0 })

/**
 * Sends a request when it is its turn, and again after each 429 while the schedule and the deadline allow it
 * (rule 16). Fails with `Throttled` by `server` when they no longer do; the device stays held.
 *
 * `first` is the answer to a request that was sent already.
 */
export const sendThrottled = Effect.fnUntraced(function* <Answer extends Sent, Failure>(
  { throttle, deviceKey, policy, events, observation }: ThrottledSending,
  effort: Effort,
  send: Effect.Effect<Answer, Failure>,
  first?: Answer
) {
  const clock = yield* currentClock
  const nextDelay = yield* delays(policy, clock)

  const waitForTurn = (again: boolean) =>
    Effect.suspend(() => {
      const before = monotonicMillis(clock)
      if (!again && throttle.tryTake(deviceKey, before)) return Effect.void
      return Effect.ensuring(
        observation.span("throttle wait")(throttle.take(deviceKey, { again })),
        Effect.sync(() => {
          const wait = monotonicMillis(clock) - before
          effort.totalWait += wait
          events.publish({ type: "request-delayed", wait })
        })
      )
    })

  let answer = first
  if (answer === undefined) {
    yield* waitForTurn(false)
    effort.attempts += 1
    answer = yield* send
  }
  // Waiting in line is not part of the deadline: it is no failure.
  const firstAnswer = monotonicMillis(clock)
  while (answer.response.status === 429) {
    const { response } = answer
    discardBody(response)
    const now = clock.currentTimeMillisUnsafe()
    const delay = yield* nextDelay
    const jitter = (yield* Random.next) * policy.throttledJitter
    const hold = throttle.rejected(deviceKey, Math.max(delay ?? 0, retryAfterMillis(response, now)), jitter)
    events.publish({ type: "request-throttled", hold })
    const throttled = () => Effect.fail(throttledByServer(now + hold, effort))
    const left = policy.throttledDeadline - (monotonicMillis(clock) - firstAnswer)
    if (delay === undefined || hold > left) return yield* throttled()
    yield* Effect.timeoutOrElse(waitForTurn(true), { duration: left, orElse: throttled })
    effort.attempts += 1
    answer = yield* send
  }
  return answer
})

/** Frees the connection of a response that nobody will read. */
export const discardBody = ({ body }: Response): void => {
  // A body that was read, or that broke, has nothing left to free.
  void body?.cancel().catch(() => {})
}

const throttledByServer = (retryAt: number, effort?: Effort): AuthError =>
  new AuthError({ reason: { _tag: "Throttled", by: "server", retryAt }, ...effort })

const currentClock: Effect.Effect<Clock.Clock> = Effect.clockWith((clock) => Effect.succeed(clock))

/** The delays of the throttled schedule one after the other, in milliseconds; `undefined` when it has ended. */
const delays = (policy: AuthPolicy, clock: Clock.Clock): Effect.Effect<Effect.Effect<number | undefined>> =>
  Effect.map(Schedule.toStep(policy.throttledSchedule), (step) =>
    Effect.suspend(() => {
      const now = clock.currentTimeMillisUnsafe()
      return Effect.match(step(now, throttledByServer(now)), {
        onSuccess: ([, delay]) => Duration.toMillis(delay),
        onFailure: () => undefined
      })
    })
  )
