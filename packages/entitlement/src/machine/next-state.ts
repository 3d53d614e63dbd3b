import type { EntitlementState, SignedOut, SignedOutWhy, SigningIn } from "./entitlement-state.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { MachineEvent } from "./machine-event.ts"

/**
 * Returns the state after an event. Every event has a result in every state (rule 1, total machine). An unexpected
 * event, usually a late result of a cancelled flow, returns the same object.
 *
 * Source: decisions/entitlement-rules.md, rules 1 and 2.
 */
export const nextState = (state: EntitlementState, event: MachineEvent): EntitlementState => {
  switch (event.type) {
    case "start":
      // A known state must not be hidden.
      return (state.name === "signing-in" && !hasLeft(state)) ||
        state.name === "signing-out" ||
        state.name === "signed-in"
        ? state
        : { name: "starting" }
    case "access-found":
      return state.name === "signing-in" || state.name === "signing-out"
        ? state
        : { name: "signed-in", access: event.access }
    case "several-profiles":
      return state.name === "starting" ? { name: "choosing-profile", choices: event.choices } : state
    case "no-profile":
      if (state.name === "starting") return signedOut(event.why, event.remembered)
      return state.name === "signed-in" ? signedOut("expired", event.remembered) : state
    case "sign-in":
      return {
        name: "signing-in",
        how: event.how,
        step: event.how === "partner" ? "partner" : "session",
        polls: 0,
        ...(event.mvpd && { mvpd: event.mvpd })
      }
    case "sign-out":
      return { name: "signing-out", ...(state.name === "signed-in" && { access: state.access }) }
    case "signed-out":
      return state.name === "signing-out" ? signedOut("viewer") : state
    case "access-lost":
      return withoutAccess(state, event)
    case "failed":
      // The viewer is signed in until the server has confirmed the sign-out; its caller gets the error (rule 29).
      if (state.name === "signing-out" && state.access !== undefined) return { name: "signed-in", access: state.access }
      return state.name === "starting" || state.name === "signing-in" || state.name === "signing-out"
        ? { name: "failed", during: state.name, error: event.error }
        : state
    default:
      return state.name === "signing-in" ? nextSignInState(state, event) : state
  }
}

/** Whether the page was to leave for the login page. If it still exists, or exists again, the viewer has come back. */
const hasLeft = ({ how, step }: SigningIn): boolean => how === "redirect" && step === "user-agent"

type SignInEvent = Extract<
  MachineEvent,
  { readonly type: "session" | "user-agent-left" | "polled" | "signed-in" | "sign-in-ended" | "partner-unavailable" }
>

const nextSignInState = (state: SigningIn, event: SignInEvent): EntitlementState => {
  switch (event.type) {
    case "session":
      return afterSession(state, event)
    case "user-agent-left":
      return state.step === "user-agent" ? { ...state, step: "confirming" } : state
    case "polled": {
      const { pausedBy: _, ...others } = state
      return { ...others, polls: state.polls + 1, ...(event.pausedBy && { pausedBy: event.pausedBy }) }
    }
    case "signed-in":
      return { name: "signed-in", access: event.access }
    case "sign-in-ended":
      return {
        name: "sign-in-ended",
        result: event.result,
        // An MVPD whose integration was removed must not be offered again.
        ...(state.mvpd && event.result.kind !== "integration-removed" && { remembered: state.mvpd })
      }
    case "partner-unavailable":
      return state.how === "partner" ? signedOut("first-visit", event.remembered) : state
  }
}

const afterSession = (state: SigningIn, event: Extract<SignInEvent, { readonly type: "session" }>): SigningIn => {
  const known = {
    ...(event.code !== undefined && { code: event.code }),
    ...(event.endsAt !== undefined && { endsAt: event.endsAt })
  }
  switch (event.actionName) {
    case "authenticate":
      return { ...state, ...known, step: state.how === "code" ? "code" : "user-agent" }
    case "resume":
    case "retry":
      return { ...state, ...known, step: state.how === "code" ? "code" : "session" }
    case "authorize":
      return { ...state, step: "confirming" }
    default:
      // `partner_profile` changes nothing, and the flow itself ends a sign-in with an unknown action.
      return state
  }
}

const withoutAccess = (
  state: EntitlementState,
  { why, remembered }: Extract<MachineEvent, { readonly type: "access-lost" }>
): EntitlementState => {
  switch (state.name) {
    case "signed-in":
      return signedOut(why, remembered)
    case "signing-out":
      return state.access === undefined ? state : { name: "signing-out" }
    case "choosing-profile":
      return why === "credentials-replaced" ? signedOut(why, remembered) : state
    case "signing-in":
      // A session belongs to the credentials that created it. Before it exists, new credentials do not affect the
      // sign-in.
      return why === "credentials-replaced" && state.step !== "session"
        ? {
            name: "sign-in-ended",
            result: { kind: "code-ended", why: "refused" },
            ...(state.mvpd && { remembered: state.mvpd })
          }
        : state
    default:
      return state
  }
}

const signedOut = (why: SignedOutWhy, remembered?: SelectedMvpd): SignedOut => ({
  name: "signed-out",
  why,
  ...(remembered && { remembered })
})
