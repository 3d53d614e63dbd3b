import * as Effect from "effect/Effect"
import { userAgentAddress, type UserAgentAddress } from "../access/user-agent-address.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { completed, confirm, orIntegrationRemoved, remember, unsupportedAction } from "./branch.ts"
import { look, poll } from "./poll.ts"
import { createSession, needed } from "./session.ts"
import type { SignInResult } from "./sign-in-result.ts"

/**
 * Opens the address and succeeds with `reached` when the user agent has loaded `redirectUrl`, or with `closed` if it
 * was closed before. A failure becomes an `EntitlementError` with reason `UserAgent`.
 */
export type Open = (address: UserAgentAddress, redirectUrl: string) => Effect.Effect<"reached" | "closed", unknown>

/**
 * Signs in on this screen. Polling starts only when the user agent has reached `redirectUrl` (rule 3, no poll before
 * the end of the login; M-AUTHN-1).
 *
 * Source: docs/protocol/flows.md, section 4.
 */
export const signInHere = (
  context: EntitlementContext,
  { mvpd, open }: { readonly mvpd: SelectedMvpd; readonly open: Open }
): Effect.Effect<SignInResult, EntitlementError> => {
  const flow = Effect.gen(function* () {
    yield* remember(context, mvpd)
    const session = yield* completed(context, yield* createSession(context, mvpd.id), mvpd.id)
    if ("kind" in session) return session
    if (session.actionName === "authorize") return yield* confirm(context, session.mvpd ?? mvpd.id)
    if (session.actionName !== "authenticate") return unsupportedAction(session)
    const code = yield* needed("createAuthenticationSession", "code", session)
    const url = yield* needed("createAuthenticationSession", "url", session)
    const left = yield* open(userAgentAddress(url), context.options.redirectUrl).pipe(
      Effect.catch((cause) => Effect.fail(new EntitlementError({ _tag: "UserAgent", cause })))
    )
    context.send({ type: "user-agent-left" })
    if (left === "reached")
      return yield* poll(context, { code, endsAt: session.endsAt, deadline: session.deadline }, () => {})
    // The viewer may have signed in and closed the window before the last redirect, so the profile is requested once.
    const result = yield* look(context, code)
    return result.kind === "nothing" ? ({ kind: "not-finished" } as const) : result
  })
  return context.runSignIn({ how: "here", mvpd }, orIntegrationRemoved<SignInResult>(context, flow, mvpd.id))
}
