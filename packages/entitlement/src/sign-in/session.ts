import {
  readSession,
  sessionActionTypeValues,
  sessionReasonTypeValues,
  type AuthenticationSession,
  type Schemas
} from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { OperationId } from "../context/call.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"

/** A session response, and when its code ends on this device's clocks. */
export interface ReceivedSession extends AuthenticationSession {
  /** In epoch milliseconds. */
  readonly endsAt: number
  /** On the monotonic clock, in milliseconds, counted from receipt. */
  readonly deadline: number
  /** Of the code, in milliseconds. */
  readonly lifetime: number
}

/** Creates a session with all parameters in one call (M-AUTHN-9). Without an MVPD the second screen supplies it. */
export const createSession = (
  context: EntitlementContext,
  mvpd: string | undefined
): Effect.Effect<ReceivedSession, EntitlementError> => {
  const { serviceProvider, domainName, redirectUrl } = context.options
  return Effect.map(
    context.call("createAuthenticationSession", (init) =>
      context.restV2.POST("/api/v2/{serviceProvider}/sessions", {
        params: { path: { serviceProvider } },
        body: { domainName, redirectUrl, ...(mvpd !== undefined && { mvpd }) },
        ...init
      })
    ),
    (session) => receive(context, "createAuthenticationSession", session)
  )
}

/** Supplies the parameters that a session lacks (operation 3). */
export const resumeSession = (
  context: EntitlementContext,
  code: string,
  mvpd: string
): Effect.Effect<ReceivedSession, EntitlementError> => {
  const { serviceProvider, domainName, redirectUrl } = context.options
  return Effect.map(
    context.call("resumeAuthenticationSession", (init) =>
      context.restV2.POST("/api/v2/{serviceProvider}/sessions/{code}", {
        params: { path: { serviceProvider, code } },
        body: { mvpd, domainName, redirectUrl },
        ...init
      })
    ),
    (session) => receive(context, "resumeAuthenticationSession", session)
  )
}

/** Reads a session response, publishes what this version does not know, and reports the action to the machine. */
export const receive = (
  { origin, clock, events, send }: EntitlementContext,
  operation: OperationId,
  response: Schemas["Session"]
): ReceivedSession => {
  const session = readSession(response, origin)
  const { actionName, actionType, reasonType, code, notBefore, notAfter } = session
  // Carried or ignored, never branched on (C-V2-21).
  if (!isKnown(sessionActionTypeValues, actionType)) {
    events.publish({ type: "unknown-value", operation, member: "actionType", value: String(actionType) })
  }
  if (!isKnown(sessionReasonTypeValues, reasonType)) {
    events.publish({ type: "unknown-value", operation, member: "reasonType", value: String(reasonType) })
  }
  const now = clock.currentTimeMillisUnsafe()
  const lifetime = lifetimeOf(notBefore, notAfter, now)
  const endsAt = now + lifetime
  send({ type: "session", actionName, endsAt, ...(code !== undefined && { code }) })
  return { ...session, endsAt, lifetime, deadline: monotonicMillis(clock) + lifetime }
}

/** The lifetime of every code in the documentation: 30 minutes. */
const documentedLifetime = 1_800_000

/** The difference of two times of the server, which no wrong clock of this device changes. */
const lifetimeOf = (notBefore: number | undefined, notAfter: number | undefined, now: number): number => {
  if (notAfter === undefined) return documentedLifetime
  return Math.max(0, notAfter - (notBefore ?? now))
}

const isKnown = (values: ReadonlyArray<string>, value: string): boolean => values.includes(value)

/** Reads a member that the next step cannot do without. */
export const needed = (
  operation: OperationId,
  member: "code" | "url" | "mvpd",
  session: AuthenticationSession
): Effect.Effect<string, EntitlementError> => {
  const value = session[member]
  return value === undefined || value === ""
    ? Effect.fail(new EntitlementError({ _tag: "Malformed", operation, missing: member }))
    : Effect.succeed(value)
}
