import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { confirm, orIntegrationRemoved, remember, unsupportedAction } from "./branch.ts"
import { followPoller } from "./follow-poller.ts"
import { forgetting, keepPending, pollPending, type CodeSignInPorts } from "./pending-code.ts"
import { createSession } from "./session.ts"
import type { SignInResult } from "./sign-in-result.ts"

/**
 * Signs in with a code that the viewer enters on another screen. Polls immediately (M-AUTHN-2). Of all tabs that share
 * the storage, one creates the session and polls; the others show its code.
 *
 * Source: docs/protocol/flows.md, section 5.
 */
export const signInWithCode = (
  context: EntitlementContext,
  { mvpd, ...ports }: CodeSignInPorts & { readonly mvpd?: SelectedMvpd | undefined }
): Effect.Effect<SignInResult, EntitlementError> => {
  const first = newCode(context, mvpd, ports)
  const { meanwhile, takeOver } = followPoller(context, mvpd, ports, first)
  const flow = context.tabs.asPoller({
    first: forgetting(context, first),
    meanwhile,
    takeOver: forgetting(context, takeOver)
  })
  return context.runSignIn({ how: "code", mvpd }, orIntegrationRemoved(context, flow, mvpd?.id))
}

/** Requests codes until one of them leads to a result. */
export const newCode = (
  context: EntitlementContext,
  mvpd: SelectedMvpd | undefined,
  ports: CodeSignInPorts
): Effect.Effect<SignInResult, EntitlementError> =>
  Effect.gen(function* () {
    ports.onStep({ step: "requesting-code" })
    yield* remember(context, mvpd)
    const session = yield* createSession(context, mvpd?.id)
    const { actionName } = session
    if (actionName === "authorize") return yield* confirm(context, session.mvpd ?? mvpd?.id)
    if (actionName !== "authenticate" && actionName !== "resume" && actionName !== "retry") {
      return unsupportedAction(session)
    }
    const pending = yield* keepPending(context, session, mvpd)
    return yield* pollPending(context, pending, ports, newCode(context, mvpd, ports), session.deadline)
  })
