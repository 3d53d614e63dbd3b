import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { orIntegrationRemoved } from "./branch.ts"
import { followPoller } from "./follow-poller.ts"
import { forgetting, pollPending, type CodeSignInPorts } from "./pending-code.ts"
import { requestCode } from "./request-code.ts"
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
  Effect.flatMap(requestCode(context, mvpd, ports), (requested) =>
    "end" in requested
      ? Effect.succeed(requested.end)
      : pollPending(context, requested.pending, ports, newCode(context, mvpd, ports))
  )
