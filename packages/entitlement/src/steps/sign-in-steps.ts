import type { AuthError } from "@tve-pass/auth"
import type { EnhancedError } from "@tve-pass/client"
import { readProfiles, readSession, type AuthenticationSession } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { userAgentAddress } from "../access/user-agent-address.ts"
import { refusalOf } from "../errors/refusal.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { shortestPollInterval } from "../options/resolve-options.ts"
import type { SignInRecord } from "./sign-in-record.ts"
import type { StepsContext } from "./steps-context.ts"
import type { CreatedSession, PollResult } from "./steps.ts"
import { readViewerAccess, viewerAccessOf } from "./viewer-access.ts"

/** The lifetime of a code, in milliseconds, if the server names none: 30 minutes, as in every sample. */
const documentedLifetime = 1_800_000

/**
 * Creates a session and records its code as the current one of the device.
 *
 * Source: docs/protocol/rest-api-v2.md, section 7.
 */
export const createSession = (
  context: StepsContext,
  mvpd: string | undefined
): Effect.Effect<CreatedSession, EntitlementError> => {
  const { call, restV2, options, origin } = context
  const { serviceProvider, domainName, redirectUrl } = options
  return call("createAuthenticationSession", (init) =>
    restV2.POST("/api/v2/{serviceProvider}/sessions", {
      params: { path: { serviceProvider } },
      body: { domainName, redirectUrl, ...(mvpd !== undefined && { mvpd }) },
      ...init
    })
  ).pipe(
    Effect.flatMap((response) => created(context, readSession(response, origin), mvpd)),
    Effect.catch((error) => {
      const failure = enhancedErrorOf(error)
      return failure !== undefined && isStaleMvpd(failure.code)
        ? Effect.succeed<CreatedSession>({ kind: "integration-removed", failure, ...(mvpd !== undefined && { mvpd }) })
        : Effect.fail(error)
    })
  )
}

const created = (
  context: StepsContext,
  session: AuthenticationSession,
  mvpd: string | undefined
): Effect.Effect<CreatedSession, EntitlementError> => {
  const { actionName, code, sessionId, url, missingParameters: missing, notBefore, notAfter } = session
  switch (actionName) {
    case "authenticate":
    case "resume":
    case "retry": {
      if (code === undefined || code === "") {
        const operation = "createAuthenticationSession"
        return Effect.fail(new EntitlementError({ _tag: "Malformed", operation, missing: "code" }))
      }
      // The difference of two times of Adobe's server, so that a wrong clock of this server has no effect.
      const lifetime = notBefore === undefined || notAfter === undefined ? documentedLifetime : notAfter - notBefore
      const endsAt = context.clock.currentTimeMillisUnsafe() + lifetime
      const address = actionName === "authenticate" && url !== undefined ? { address: userAgentAddress(url) } : {}
      return Effect.as(inStore(context.records.write({ code, endsAt, polledAt: 0 })), {
        kind: "code",
        code,
        sessionId,
        endsAt,
        missing,
        ...address
      })
    }
    case "authorize":
      return Effect.map(readViewerAccess(context, session.mvpd ?? mvpd), (found) =>
        found.kind === "signed-in" ? { kind: "signed-in", access: found.accesses[0] } : { kind: "not-finished" }
      )
    default:
      return Effect.succeed({ kind: "unsupported", member: "actionName", value: String(actionName), sessionId })
  }
}

/**
 * Polls a code once. Sends nothing within 3 s of the start of the last poll, nor for an ended code.
 *
 * Source: docs/protocol/flows.md, section 6.
 */
export const pollOnce = (context: StepsContext, code: string): Effect.Effect<PollResult, EntitlementError> =>
  Effect.gen(function* () {
    const { records, clock } = context
    const now = clock.currentTimeMillisUnsafe()
    const turn = yield* inStore(
      records.modify((record): readonly [Turn, SignInRecord?] => {
        if (record === undefined) return [{ kind: "ended", why: "unknown" }]
        if (record.code !== code) return [{ kind: "ended", why: "superseded" }]
        if (record.mvpd !== undefined) return [{ kind: "found", mvpd: record.mvpd }]
        if (now >= record.endsAt) return [{ kind: "ended", why: "expired" }]
        const since = now - record.polledAt
        // A poll in the future was recorded by a server whose clock is ahead. It counts as a poll made now, once.
        if (since < shortestPollInterval && since > -shortestPollInterval) {
          return [{ kind: "too-early", retryAfter: shortestPollInterval - Math.max(0, since) }]
        }
        return [{ kind: "poll" }, { ...record, polledAt: now }]
      })
    )
    switch (turn.kind) {
      case "poll":
        return yield* sendPoll(context, code)
      case "found": {
        const found = yield* readViewerAccess(context, turn.mvpd)
        return found.kind === "signed-in"
          ? { kind: "signed-in", access: found.accesses[0] }
          : { kind: "ended", why: "expired" }
      }
      default:
        return turn
    }
  })

type Turn =
  | { readonly kind: "poll" }
  | { readonly kind: "found"; readonly mvpd: string }
  | Extract<PollResult, { readonly kind: "ended" | "too-early" }>

const sendPoll = (context: StepsContext, code: string): Effect.Effect<PollResult, EntitlementError> => {
  const { call, restV2, options, records } = context
  const params = { path: { serviceProvider: options.serviceProvider, code } }
  return call("retrieveProfileForCode", (init) =>
    restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params, ...init })
  ).pipe(
    Effect.flatMap((response): Effect.Effect<PollResult, EntitlementError> => {
      const [profile] = readProfiles(response)
      if (profile === undefined) return Effect.succeed({ kind: "waiting", retryAfter: suggestedInterval })
      const keep = records.modify((record) =>
        record?.code === code ? [undefined, { ...record, mvpd: profile.mvpd }] : [undefined]
      )
      return Effect.as(inStore(keep), { kind: "signed-in", access: viewerAccessOf(profile) })
    }),
    Effect.catch((error) => {
      const failure = enhancedErrorOf(error)
      if (failure !== undefined && failure.action !== "retry") {
        return Effect.as(inStore(records.removeCode(code)), {
          kind: "ended",
          why: "refused",
          failure
        } satisfies PollResult)
      }
      const retryAfter = retryAfterOf(error, context.clock.currentTimeMillisUnsafe())
      return retryAfter === undefined ? Effect.fail(error) : Effect.succeed<PollResult>({ kind: "waiting", retryAfter })
    })
  )
}

/**
 * Returns the milliseconds until the next poll after a temporary failure: neither the network nor a throttle ends a
 * sign-in. Returns `undefined` after any other failure.
 */
const retryAfterOf = ({ reason }: EntitlementError, now: number): number | undefined => {
  if (reason._tag === "Network") return suggestedInterval
  if (reason._tag === "Auth") {
    const { retry } = reason.error
    if (retry._tag === "AtTime") return Math.max(suggestedInterval, retry.epochMilliseconds - now)
    return retry._tag === "AfterDelay" ? Math.max(suggestedInterval, retry.milliseconds) : undefined
  }
  if (reason._tag !== "Refused") return undefined
  const { failure } = reason
  const isLasting = failure._tag === "HttpError" && failure.httpStatus >= 400 && failure.httpStatus < 500
  return isLasting ? undefined : suggestedInterval
}

/** The documented interval between two polls, in milliseconds. */
const suggestedInterval = 5_000

const enhancedErrorOf = (error: EntitlementError): EnhancedError | undefined => {
  const failure = refusalOf(error)
  return failure?._tag === "EnhancedError" ? failure : undefined
}

/**
 * Converts a failure of the store to an error of the call, because without the store the polling interval cannot be
 * kept.
 */
const inStore = <Value>(effect: Effect.Effect<Value, AuthError>) =>
  Effect.mapError(effect, (error) => new EntitlementError({ _tag: "Auth", error }))
