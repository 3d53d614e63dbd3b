import { sleep } from "@tve-pass/auth/flow-runtime"
import { platformIdentityHeader, serviceTokenHeader } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { OperationId } from "../context/call.ts"
import { withoutSingleSignOn, type HeaderParts, type Headers, type HeadersOf } from "./header-source.ts"
import type { SingleSignOnTokens } from "./single-sign-on.ts"
import { hasExpired } from "./token-expiry.ts"

/** Operations that document the token of a platform identity or of an identity service (M-SSO-2). */
const withIdentity: ReadonlySet<OperationId> = new Set<OperationId>([
  "createAuthenticationSession",
  "retrieveProfiles",
  "retrieveProfileForMvpd",
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions",
  "initiateLogout"
])

/** How long, in milliseconds, the application's function may take to return a token. */
const longestWait = 5_000

/**
 * Creates the function that builds the headers of single sign-on by token. Fetches a token for each request. If the
 * token is absent, refused, expired or unsigned, returns no header and publishes an event.
 */
export const makeTokenHeaders = (
  { serviceToken, platformIdentity }: SingleSignOnTokens,
  { events, clock }: HeaderParts
): HeadersOf => {
  const unavailable = (problem: string) => withoutSingleSignOn({ events }, problem)
  const identity = Effect.tryPromise(async (): Promise<Headers> => {
    const token = await (serviceToken ?? platformIdentity)?.()
    if (token === undefined) return unavailable("there is no token")
    const compact = typeof token === "string" ? token : (token.subjectToken ?? token.rokuConnectToken)
    if (hasExpired(compact, clock.currentTimeMillisUnsafe())) return unavailable("the token has expired")
    return { ...(typeof token === "string" ? serviceTokenHeader(token) : platformIdentityHeader(token)) }
  }).pipe(
    Effect.raceFirst(Effect.map(sleep(longestWait), () => unavailable("the token took more than 5 s"))),
    // The message of an invalid header never quotes the token; a message of the application's function might.
    Effect.catch(({ cause }) =>
      Effect.succeed(unavailable(isInvalidHeader(cause) ? cause.message : "no token could be read"))
    )
  )
  return (operation) => (withIdentity.has(operation) ? identity : Effect.succeed({}))
}

const isInvalidHeader = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.name === "InvalidHeaderError"
