import { findIntegration } from "../rules/find-integration.ts"
import { grantProfile } from "../rules/grant-profile.ts"
import { findViewer } from "../state/mvpds.ts"
import { type CompleteParameters, isComplete, type Session } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"
import type { LoginOutcome } from "./login-page.ts"

type OpenSession =
  | { readonly _tag: "Open"; readonly session: Session; readonly parameters: CompleteParameters }
  | (LoginOutcome & { readonly _tag: "SessionUnavailable" })

const openSession = (state: SimulatorState, code: string, now: number): OpenSession => {
  const session = state.sessions.find(code)
  if (session === undefined) return { _tag: "SessionUnavailable", reason: "unknown" }
  if (session.notAfter <= now) return { _tag: "SessionUnavailable", reason: "expired" }
  const { parameters } = session
  if (!isComplete(parameters)) return { _tag: "SessionUnavailable", reason: "incomplete" }
  return { _tag: "Open", session, parameters }
}

/** Signs a viewer in at the MVPD, which grants a profile to the device that created the session. */
export const signIn = (
  state: SimulatorState,
  code: string,
  viewerId: string | undefined,
  now: number
): LoginOutcome => {
  const open = openSession(state, code, now)
  if (open._tag !== "Open") return open
  const { session, parameters } = open
  const back: LoginOutcome = { _tag: "Redirect", redirectUrl: parameters.redirectUrl }
  // The viewer clicked the button twice.
  if (session.state === "signedIn") return back
  const integration = findIntegration(state, session.owner.serviceProvider, parameters.mvpd)
  if (integration._tag === "Unavailable") return { _tag: "SessionUnavailable", reason: "expired" }
  const viewer = findViewer(integration.mvpd, viewerId)
  if (viewer === undefined) return { _tag: "ViewerUnknown", viewer: viewerId ?? "" }
  const grant = { owner: session.owner, mvpd: integration.mvpd, viewer, type: "regular" } as const
  const profile = grantProfile(state, grant, now)
  state.activity.count(
    "authn-successful",
    { serviceProvider: session.owner.serviceProvider, mvpd: integration.mvpd.id },
    now
  )
  state.singleSignOn.share(session.identities, profile, now)
  session.state = "signedIn"
  return back
}

/** Declines a login. The viewer can retry with the same code until it expires. */
export const decline = (state: SimulatorState, code: string, now: number): LoginOutcome => {
  const open = openSession(state, code, now)
  if (open._tag !== "Open") return open
  if (open.session.state === "waiting") open.session.state = "declined"
  return { _tag: "Redirect", redirectUrl: open.parameters.redirectUrl }
}
