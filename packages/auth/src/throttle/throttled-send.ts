import { retryAfterMillis } from "@tve-pass/client"
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { AuthError } from "../errors/index.ts"
import type { EventSource } from "../events/index.ts"
import type { Observation } from "../observation/index.ts"
import type { AuthPolicy } from "../policy/index.ts"
import { monotonicMillis, within } from "../runtime/index.ts"
import type { DeviceThrottle } from "./device-throttle.ts"

/** What sending under the throttle needs. */
export interface ThrottledSending {
  readonly clock: Clock.Clock
  readonly throttle: DeviceThrottle
  readonly deviceKey: string
  /** Others wait for what this sends, so that it goes before them (rule 17). */
  readonly goesFirst?: boolean
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
 * Sends a request when it is its turn, and again after each 429 while the policy and the deadline allow it (rule 16).
 * Fails with `Throttled` by `server` when they no longer do; the device stays held.
 *
 * `first` is the answer to a request that was sent already.
 */
export const sendThrottled = Effect.fnUntraced(function* <Answer extends Sent, Failure>(
  sending: ThrottledSending,
  effort: Effort,
  send: Effect.Effect<Answer, Failure>,
  first?: Answer
) {
  const { clock, throttle, deviceKey, policy, events } = sending
  const nextDelay = yield* policy.throttledRetries
  const sendOnce = Effect.suspend(() => {
    effort.attempts += 1
    return send
  })

  let answer = first
  if (answer === undefined) {
    yield* waitForTurn(sending, effort)
    answer = yield* sendOnce
  }
  // Waiting in line is not part of the deadline: it is no failure.
  const firstAnswer = monotonicMillis(clock)
  while (answer.response.status === 429) {
    const { response } = answer
    discardBody(response)
    const now = clock.currentTimeMillisUnsafe()
    const delay = yield* nextDelay(throttledByServer(now, effort))
    const asked = Math.max(delay ?? 0, retryAfterMillis(response.headers, now) ?? 0)
    const hold = throttle.rejected(deviceKey, asked, policy.random() * policy.throttledJitter)
    events.publish({ type: "request-throttled", hold })
    const left = policy.throttledDeadline - (monotonicMillis(clock) - firstAnswer)
    const giveUp = () => Effect.fail(throttledByServer(now + hold, effort))
    if (delay === undefined || hold > left) return yield* giveUp()
    yield* within(waitForTurn(sending, effort), left, giveUp)
    answer = yield* sendOnce
  }
  return answer
})

const waitForTurn = (
  { clock, throttle, deviceKey, goesFirst = false, policy, events, observation }: ThrottledSending,
  effort: Effort
): Effect.Effect<void, AuthError> =>
  Effect.suspend(() => {
    const start = monotonicMillis(clock)
    if (throttle.tryTake(deviceKey, start)) return Effect.void
    const waited = Effect.sync(() => {
      const wait = monotonicMillis(clock) - start
      effort.totalWait += wait
      events.publish({ type: "request-delayed", wait })
    })
    // A request that comes back, after a 429 for example, was sent before everything that waits.
    const ahead = goesFirst || effort.attempts > 0
    return throttle
      .take(deviceKey, { ahead, longestHold: policy.throttledDeadline })
      .pipe(observation.span("throttle wait"), Effect.ensuring(waited))
  })

/** Frees the connection of a response that nobody will read. */
export const discardBody = ({ body }: Response): void => {
  // A body that was read, or that broke, has nothing left to free.
  // Bodies of node-fetch are streams of Node, which have no `cancel`.
  void body?.cancel?.().catch(() => {})
}

export const throttledByServer = (retryAt: number, effort: Effort): AuthError =>
  new AuthError({ reason: { _tag: "Throttled", by: "server", retryAt }, ...effort })
