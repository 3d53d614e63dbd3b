import * as Effect from "effect/Effect"
import { userAgentAddress } from "../access/user-agent-address.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { completed, confirm, orIntegrationRemoved, remember, unsupportedAction } from "./branch.ts"
import type { RedirectSignInResult } from "./redirect-sign-in-result.ts"
import { createSession, needed } from "./session.ts"

/**
 * Begins a sign-in by redirect of the whole page. Stores the session before it returns the address, so that `resume`
 * can continue on the page of `redirectUrl`.
 *
 * Source: docs/protocol/flows.md, section 4.
 */
export const signInByRedirect = (
  context: EntitlementContext,
  { mvpd }: { readonly mvpd: SelectedMvpd }
): Effect.Effect<RedirectSignInResult, EntitlementError> => {
  const flow = Effect.gen(function* () {
    yield* remember(context, mvpd)
    const session = yield* completed(context, yield* createSession(context, mvpd.id), mvpd.id)
    if ("kind" in session) return session
    if (session.actionName === "authorize") return yield* confirm(context, session.mvpd ?? mvpd.id)
    if (session.actionName !== "authenticate") return unsupportedAction(session)
    const code = yield* needed("createAuthenticationSession", "code", session)
    const url = yield* needed("createAuthenticationSession", "url", session)
    const { sessionId, endsAt, lifetime } = session
    yield* context.records.pending
      .writeOrFail({ how: "redirect", code, sessionId, endsAt, lifetime, missing: [], mvpd })
      .pipe(Effect.catch((error) => Effect.fail(new EntitlementError({ _tag: "Auth", error }))))
    return { kind: "redirect", address: userAgentAddress(url) } as const
  })
  return context.runSignIn(
    { how: "redirect", mvpd },
    orIntegrationRemoved<RedirectSignInResult>(context, flow, mvpd.id)
  )
}
