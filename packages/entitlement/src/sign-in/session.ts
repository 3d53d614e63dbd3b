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

/** A session response, with the end of its code by the clocks of this device. */
export interface ReceivedSession extends AuthenticationSession {
  /** The end of the code in epoch milliseconds. */
  readonly endsAt: number
  /** The end of the code in milliseconds of the monotonic clock, counted from receipt. */
  readonly deadline: number
  /** The lifetime of the code in milliseconds. */
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

/** Reads a session response, publishes unknown values, and sends the action to the state machine. */
export const receive = (
  { origin, clock, events, send }: EntitlementContext,
  operation: OperationId,
  response: Schemas["Session"]
): ReceivedSession => {
  const session = readSession(response, origin)
  const { actionName, actionType, reasonType, code, notBefore, notAfter } = session
  // No code depends on these values (C-V2-21).
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

/** In milliseconds: 30 minutes, the lifetime of every documented code. */
const documentedLifetime = 1_800_000

/** Returns the difference of two times of the server, so that a wrong clock of this device has no effect. */
const lifetimeOf = (notBefore: number | undefined, notAfter: number | undefined, now: number): number => {
  if (notAfter === undefined) return documentedLifetime
  return Math.max(0, notAfter - (notBefore ?? now))
}

const isKnown = (values: ReadonlyArray<string>, value: string): boolean => values.includes(value)

/** Reads a member that the next step requires. Fails with `Malformed` if it is missing. */
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
