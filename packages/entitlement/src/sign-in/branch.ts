import type { EnhancedError } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import { readAccess } from "../access/read-access.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { resumeSession, needed, type ReceivedSession } from "./session.ts"
import type { SignInResult, Unsupported } from "./sign-in-result.ts"

/**
 * Stores the MVPD that the viewer selected: exactly three members (M-CONF-2). A failing store does not stop the
 * sign-in.
 */
export const remember = ({ records }: EntitlementContext, mvpd: SelectedMvpd | undefined): Effect.Effect<void> => {
  if (mvpd === undefined) return Effect.void
  const { id, displayName, logoUrl } = mvpd
  return records.selection.write({ id, displayName, logoUrl })
}

/** Creates the result of an unknown action (M-AUTHN-10). */
export const unsupportedAction = ({ actionName, sessionId }: ReceivedSession): Unsupported => ({
  kind: "unsupported",
  member: "actionName",
  value: String(actionName),
  sessionId
})

/**
 * Reads the profile with one call after the session reported that no login is needed: the viewer is authenticated
 * already, or has temporary access, degraded access or single sign-on.
 */
export const confirm = (
  context: EntitlementContext,
  mvpd: string | undefined
): Effect.Effect<SignInResult, EntitlementError> =>
  Effect.flatMap(readAccess(context, mvpd), ([access]) =>
    access === undefined
      ? Effect.succeed<SignInResult>({ kind: "not-finished" })
      : Effect.map(context.keepAccess(access), (kept): SignInResult => ({ kind: "signed-in", access: kept }))
  )

/**
 * Supplies the missing parameters of a session on this screen, and returns a complete session. If parameters are still
 * missing, the result is `unsupported`.
 */
export const completed = (
  context: EntitlementContext,
  session: ReceivedSession,
  mvpd: string
): Effect.Effect<ReceivedSession | Unsupported, EntitlementError> =>
  Effect.gen(function* () {
    if (!lacksParameters(session)) return session
    const code = yield* needed("createAuthenticationSession", "code", session)
    const resumed = yield* resumeSession(context, code, mvpd)
    if (!lacksParameters(resumed)) return resumed
    return {
      kind: "unsupported",
      member: "missingParameters",
      value: resumed.missingParameters.join(" "),
      sessionId: resumed.sessionId
    } satisfies Unsupported
  })

const lacksParameters = ({ actionName }: ReceivedSession): boolean => actionName === "resume" || actionName === "retry"

/**
 * Converts the refusal of an MVPD that is no longer integrated to the result of a sign-in, and removes the stored
 * selection (R-CONF-3).
 */
export const orIntegrationRemoved = <Result>(
  { records }: EntitlementContext,
  flow: Effect.Effect<Result, EntitlementError>,
  mvpd: string | undefined
): Effect.Effect<Result | SignInResult, EntitlementError> =>
  flow.pipe(
    Effect.catch((error): Effect.Effect<SignInResult, EntitlementError> => {
      const failure = staleMvpdOf(error)
      return failure === undefined
        ? Effect.fail(error)
        : Effect.as(records.selection.remove, {
            kind: "integration-removed",
            failure,
            ...(mvpd !== undefined && { mvpd })
          })
    })
  )

const staleMvpdOf = ({ reason }: EntitlementError): EnhancedError | undefined =>
  reason._tag === "Refused" && reason.failure._tag === "EnhancedError" && isStaleMvpd(reason.failure.code)
    ? reason.failure
    : undefined
