import { retryAfterMillis } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { SendingContext } from "../context/index.ts"
import { AuthError } from "../errors/index.ts"
import { monotonicMillis, withTimeout } from "../runtime/index.ts"

/** The number of requests and the waiting time of an operation so far, for its error. */
export interface Attempts {
  attempts: number
  /** Milliseconds spent waiting. */
  totalWait: number
}

export const noAttempts = (): Attempts => ({ attempts: 0, totalWait: 0 })

/** How a request waits for the throttle. */
export interface SendThrottledOptions<Result> {
  /** Whether the request goes before others, because they need its result (rule 17, order of waiters). */
  readonly priority?: boolean
  /** The response to the first attempt, if there was one. */
  readonly first?: Result | undefined
}

/**
 * Sends a request when the throttle permits it, and again after each 429 while the policy and the deadline allow it
 * (rule 16, hold after a 429). Fails with `Throttled` by `server` when they no longer do; the hold of the device
 * continues.
 */
export const sendThrottled = /* @__PURE__ */ Effect.fnUntraced(function* <
  Result extends { readonly response: Response },
  Failure
>(
  context: SendingContext,
  attempts: Attempts,
  send: Effect.Effect<Result, Failure>,
  { priority = false, first }: SendThrottledOptions<Result> = {}
) {
  const { clock, throttle, deviceKey, policy, events } = context
  const nextDelay = yield* policy.throttledRetries
  const sendOnce = Effect.suspend(() => {
    attempts.attempts += 1
    return send
  })

  let result = first
  if (result === undefined) {
    yield* waitForThrottle(context, attempts, priority)
    result = yield* sendOnce
  }
  // The deadline starts with the first response: waiting in the queue is no failure.
  const firstResponseAt = monotonicMillis(clock)
  while (result.response.status === 429) {
    const { response } = result
    discardBody(response)
    const now = clock.currentTimeMillisUnsafe()
    const delay = yield* nextDelay(throttledByServer(now, attempts))
    const requested = Math.max(delay ?? 0, retryAfterMillis(response.headers, now) ?? 0)
    const hold = throttle.rejected(deviceKey, requested, policy.random() * policy.throttledJitter)
    events.publish({ type: "request-throttled", hold })
    const remaining = policy.throttledDeadline - (monotonicMillis(clock) - firstResponseAt)
    const giveUp = () => Effect.fail(throttledByServer(now + hold, attempts))
    if (delay === undefined || hold > remaining) return yield* giveUp()
    yield* withTimeout(waitForThrottle(context, attempts, priority), remaining, giveUp)
    result = yield* sendOnce
  }
  return result
})

const waitForThrottle = (
  { clock, throttle, deviceKey, policy, events, observation }: SendingContext,
  attempts: Attempts,
  priority: boolean
): Effect.Effect<void, AuthError> =>
  Effect.suspend(() => {
    const start = monotonicMillis(clock)
    if (throttle.tryTake(deviceKey, start)) return Effect.void
    const waited = Effect.sync(() => {
      const wait = monotonicMillis(clock) - start
      attempts.totalWait += wait
      events.publish({ type: "request-delayed", wait })
    })
    // A request that is sent again, for example after a 429, goes before requests that were never sent.
    const isAhead = priority || attempts.attempts > 0
    return throttle
      .take(deviceKey, { priority: isAhead, longestHold: policy.throttledDeadline })
      .pipe(observation.span("throttle wait"), Effect.ensuring(waited))
  })

/** Frees the connection of a response whose body is not read. */
export const discardBody = ({ body }: Response): void => {
  // A body that was read, or that broke off, has nothing left to free. Bodies of node-fetch are streams of Node, which
  // have no `cancel`.
  void body?.cancel?.().catch(() => {})
}

export const throttledByServer = (retryAt: number, attempts: Attempts): AuthError =>
  new AuthError({ reason: { _tag: "Throttled", by: "server", retryAt }, ...attempts })
