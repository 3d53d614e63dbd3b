import { sleep } from "@tve-pass/auth/flow-runtime"
import { readProfiles } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { accessOf } from "../access/access-of.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { shortestPollInterval } from "../options/resolve-options.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** A code to poll, and its end. */
export interface PolledCode {
  readonly code: string
  /** The end in epoch milliseconds of this device's clock. */
  readonly endsAt: number
  /** The end in milliseconds of the monotonic clock. */
  readonly deadline: number
}

/** The outcome of one poll. */
type Poll = { readonly kind: "nothing"; readonly pausedBy?: "throttle" | "network" } | SignInResult

/** Called after each poll that found no profile. */
export type OnPoll = (poll: { readonly pausedBy?: "throttle" | "network"; readonly nextPollAt: number }) => void

/**
 * Polls a code until there is a profile: immediately, and then at the interval of the options, counted from the start
 * of the last poll. Only the sign-in flows can poll (rule 3, no poll before the end of the login; M-AUTHN-1).
 *
 * Ends with the first profile, at the end of the code, or when the server refuses the code. A 429, a network failure or
 * a 5xx does not end it. Fails with an `AuthError` that no retry can fix.
 *
 * Source: docs/protocol/flows.md, section 6.
 */
export const poll = (
  context: EntitlementContext,
  polled: PolledCode,
  onPoll: OnPoll
): Effect.Effect<SignInResult, EntitlementError> => {
  const { clock, options } = context
  const expired: SignInResult = { kind: "code-ended", why: "expired" }
  const now = () => monotonicMillis(clock)
  // The earlier end counts, because the timers of a sleeping device are late, and its monotonic clock may stop.
  const remaining = () => Math.min(polled.deadline - now(), polled.endsAt - clock.currentTimeMillisUnsafe())

  const polling = Effect.gen(function* () {
    yield* sinceLastPoll(context, polled.code)
    while (remaining() > 0) {
      const startedAt = now()
      yield* noteLastPoll(context, polled)
      const result = yield* look(context, polled.code)
      if (result.kind !== "nothing") return result
      const { pausedBy } = result
      const paused = pausedBy === undefined ? {} : { pausedBy }
      context.send({ type: "polled", ...paused })
      const wait = Math.max(0, startedAt + options.pollInterval - now())
      onPoll({ ...paused, nextPollAt: clock.currentTimeMillisUnsafe() + wait })
      yield* Effect.raceFirst(sleep(wait), context.nextWake)
      const early = startedAt + shortestPollInterval - now()
      if (early > 0) yield* sleep(early)
    }
    return expired
  })
  return Effect.raceFirst(polling, Effect.as(sleepUntil(remaining), expired))
}

/**
 * Waits until the interval has passed since the last poll of a code. The last poll of this page is known by the
 * monotonic clock, that of an earlier page or another tab by the record.
 */
const sinceLastPoll = ({ records, clock, lastPoll, options }: EntitlementContext, code: string): Effect.Effect<void> =>
  Effect.flatMap(records.lastPoll.read, (stored) => {
    const here = lastPoll.current
    const elapsed =
      here?.code === code
        ? monotonicMillis(clock) - here.startedAt
        : stored?.code === code
          ? clock.currentTimeMillisUnsafe() - stored.startedAt
          : Infinity
    // Negative if the clock was set back. Then the last poll may have been a moment ago.
    const rest = options.pollInterval - Math.max(0, elapsed)
    return rest > 0 ? sleep(rest) : Effect.void
  })

/** Records the start of a poll. If the store fails, only the pause after a reload is lost. */
const noteLastPoll = (
  { records, clock, lastPoll }: EntitlementContext,
  { code, deadline }: PolledCode
): Effect.Effect<void> =>
  Effect.suspend(() => {
    lastPoll.current = { code, deadline, startedAt: monotonicMillis(clock) }
    return records.lastPoll.write({ code, startedAt: clock.currentTimeMillisUnsafe() })
  })

/** Sleeps until `remaining` is zero by both clocks. A single timer may be early by one of them. */
const sleepUntil = (remaining: () => number): Effect.Effect<void> =>
  Effect.suspend(() => {
    const rest = remaining()
    return rest > 0 ? Effect.andThen(sleep(rest), sleepUntil(remaining)) : Effect.void
  })

/** Requests the profile of a code once (operation 8). */
export const look = (context: EntitlementContext, code: string): Effect.Effect<Poll, EntitlementError> => {
  const { restV2, call, options, events } = context
  const { serviceProvider } = options
  return call("retrieveProfileForCode", (init) =>
    restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", {
      params: { path: { serviceProvider, code } },
      ...init
    })
  ).pipe(
    Effect.flatMap((response): Effect.Effect<Poll> => {
      const [profile] = readProfiles(response)
      if (profile === undefined) return Effect.succeed({ kind: "nothing" })
      return context.remembered.pipe(
        Effect.flatMap((remembered) => context.keepAccess(accessOf(profile, remembered, context))),
        Effect.map((access): Poll => ({ kind: "signed-in", access }))
      )
    }),
    Effect.catch((error) => {
      const end = endOf(error)
      if (end === undefined) return Effect.fail(error)
      if (end.kind === "nothing") events.publish({ type: "poll-failed", code: error.code })
      return Effect.succeed(end)
    })
  )
}

/** Returns the outcome of a failed poll, or `undefined` if the sign-in fails. */
const endOf = ({ reason }: EntitlementError): Poll | undefined => {
  switch (reason._tag) {
    case "Network":
      return { kind: "nothing", pausedBy: "network" }
    case "Auth": {
      const { retry, code } = reason.error
      if (retry._tag !== "AtTime" && retry._tag !== "AfterDelay") return undefined
      return { kind: "nothing", pausedBy: code === "throttled" ? "throttle" : "network" }
    }
    case "Refused": {
      const { failure } = reason
      if (failure._tag === "Throttled") return { kind: "nothing", pausedBy: "throttle" }
      // A captive portal responds with status 200 and a page.
      if (failure.httpStatus >= 500 || (failure._tag === "HttpError" && failure.httpStatus < 300)) {
        return { kind: "nothing", pausedBy: "network" }
      }
      if (failure._tag !== "EnhancedError") return undefined
      if (failure.action === "retry") return { kind: "nothing" }
      // The sign-in turns it into `integration-removed`.
      return isStaleMvpd(failure.code) ? undefined : { kind: "code-ended", why: "refused", failure }
    }
    default:
      return undefined
  }
}
