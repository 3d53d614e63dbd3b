import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { PendingSignIn } from "../storage/entitlement-records.ts"
import { confirm, remember, unsupportedAction } from "./branch.ts"
import type { CodeSignInPorts } from "./pending-code.ts"
import { createSession, needed, type ReceivedSession } from "./session.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** A code to show and to poll, or the result of a session that needs no code. */
export type RequestedCode = { readonly pending: PendingSignIn } | { readonly end: SignInResult }

/** Creates a session and stores its code for a reload and for the other tabs. */
export const requestCode = (
  context: EntitlementContext,
  mvpd: SelectedMvpd | undefined,
  ports: CodeSignInPorts
): Effect.Effect<RequestedCode, EntitlementError> =>
  Effect.gen(function* () {
    ports.onStep({ step: "requesting-code" })
    yield* remember(context, mvpd)
    const session = yield* createSession(context, mvpd?.id)
    switch (session.actionName) {
      case "authenticate":
      case "resume":
      case "retry":
        return { pending: yield* keepPending(context, session, mvpd) }
      case "authorize":
        return { end: yield* confirm(context, session.mvpd ?? mvpd?.id) }
      default:
        return { end: unsupportedAction(session) }
    }
  })

const keepPending = (
  { records, tabs }: EntitlementContext,
  session: ReceivedSession,
  mvpd: SelectedMvpd | undefined
): Effect.Effect<PendingSignIn, EntitlementError> =>
  Effect.gen(function* () {
    const code = yield* needed("createAuthenticationSession", "code", session)
    const { sessionId, endsAt, lifetime, missingParameters: missing } = session
    const pending: PendingSignIn = { how: "code", code, sessionId, endsAt, lifetime, missing, ...(mvpd && { mvpd }) }
    // Without the record, a reload loses the code, but the sign-in continues.
    yield* records.pending.write(pending)
    tabs.announce()
    return pending
  })
