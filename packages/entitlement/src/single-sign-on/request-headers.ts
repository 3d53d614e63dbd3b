import {
  partnerFrameworkStatusHeader,
  platformIdentityHeader,
  serviceTokenHeader,
  visitorIdentifierHeader
} from "@tve-pass/client"
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { OperationId } from "../context/call.ts"
import type { Wake } from "../context/wake.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import type { EventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { ResolvedOptions } from "../options/resolve-options.ts"
import type { ReadableStore } from "../state/readable-store.ts"
import { makePartnerStatus } from "./partner-status.ts"
import { hasExpired } from "./token-expiry.ts"

/** What the headers are built from. */
export interface HeaderParts {
  readonly options: ResolvedOptions
  readonly events: EventSource<EntitlementEvent>
  readonly clock: Clock.Clock
  readonly state: ReadableStore<EntitlementState>
  readonly wake: Wake
}

type Headers = Readonly<Record<string, string>>

/** Operations whose pages list the token of a platform identity or of an identity service (M-SSO-2). */
const withIdentity: ReadonlySet<OperationId> = new Set<OperationId>([
  "createAuthenticationSession",
  "retrieveProfiles",
  "retrieveProfileForMvpd",
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions",
  "initiateLogout"
])

/** Operations that find a partner profile, and those that use one (M-SSO-3). */
const findingPartnerProfile: ReadonlySet<OperationId> = new Set<OperationId>([
  "retrieveProfiles",
  "retrieveProfileForMvpd"
])
const usingPartnerProfile: ReadonlySet<OperationId> = new Set<OperationId>([
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions"
])

/** Milliseconds for which a function of the application may take to return a token. */
const longestWait = 5_000

/**
 * Creates the function that builds the headers of one request: single sign-on and visitor, where the operation documents them.
 * Tokens are fetched for each request. One that is absent, refused, expired or unsigned means no single sign-on, and an event.
 *
 * Source: docs/protocol/rest-api-v2.md, section 3.
 */
export const makeHeaders = (parts: HeaderParts): ((operation: OperationId) => Effect.Effect<Headers>) => {
  const { options, events, clock, state } = parts
  const { singleSignOn, partnerFramework, visitorIdentifier } = options
  const partnerStatus = makePartnerStatus(parts)

  const unavailable = (problem: string) => {
    events.publish({ type: "single-sign-on-unavailable", problem })
    return {}
  }
  const identity = Effect.suspend((): Effect.Effect<Headers> => {
    if (singleSignOn === undefined) return Effect.succeed({})
    return Effect.tryPromise(async (): Promise<Headers> => {
      const { serviceToken, platformIdentity } = singleSignOn
      const token = await (serviceToken ?? platformIdentity)?.()
      if (token === undefined) return unavailable("there is no token")
      const compact = typeof token === "string" ? token : (token.subjectToken ?? token.rokuConnectToken)
      if (hasExpired(compact, clock.currentTimeMillisUnsafe())) return unavailable("the token has expired")
      return { ...(typeof token === "string" ? serviceTokenHeader(token) : platformIdentityHeader(token)) }
    }).pipe(
      Effect.raceFirst(Effect.map(Effect.sleep(longestWait), () => unavailable("the token took more than 5 s"))),
      // The message of an invalid header never quotes the token; that of the application's function might.
      Effect.catch(({ cause }) =>
        Effect.succeed(unavailable(isInvalidHeader(cause) ? cause.message : "no token could be read"))
      )
    )
  })
  const partner = (operation: OperationId): Effect.Effect<Headers> => {
    const current = state.getSnapshot()
    const isUsed =
      findingPartnerProfile.has(operation) ||
      (usingPartnerProfile.has(operation) && current.name === "signed-in" && current.access.kind === "partner")
    if (partnerFramework === undefined || !isUsed) return Effect.succeed({})
    return Effect.map(partnerStatus, (status) =>
      status === undefined
        ? unavailable("the partner framework has no valid status")
        : { ...partnerFrameworkStatusHeader(status) }
    )
  }
  const visitor = (): Headers => {
    try {
      const identifier = visitorIdentifier?.()
      return identifier === undefined ? {} : visitorIdentifierHeader(identifier)
    } catch {
      // Reporting must not break the call.
      return {}
    }
  }
  return (operation) =>
    operation === "retrieveConfiguration"
      ? Effect.succeed({})
      : Effect.gen(function* () {
          const ofIdentity = withIdentity.has(operation) ? yield* identity : {}
          return { ...visitor(), ...ofIdentity, ...(yield* partner(operation)) }
        })
}

const isInvalidHeader = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.name === "InvalidHeaderError"
