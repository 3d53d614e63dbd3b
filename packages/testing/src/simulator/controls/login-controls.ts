import { decline, signIn } from "../login/complete-login.ts"
import type { LoginOutcome } from "../login/login-page.ts"
import { samlResponse } from "../rules/saml.ts"
import { findViewer } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import type { SimulatorControls } from "./controls.ts"
import { mvpdOf, controlFailure } from "./select.ts"

const hints = {
  unknown: "Did you take `code` from the session response?",
  expired: "A newer code of the same device ends the earlier one.",
  incomplete: "Did you forget `mvpd`, `domainName` or `redirectUrl`?"
}

const redirected = (action: string, outcome: LoginOutcome): { readonly redirectUrl: string } => {
  switch (outcome._tag) {
    case "Redirect":
      return { redirectUrl: outcome.redirectUrl }
    case "ViewerUnknown":
      throw controlFailure(action, `the MVPD has no viewer ${outcome.viewer}`, "Did you forget to add it to `viewers`?")
    case "SessionUnavailable":
      throw controlFailure(action, `the session is ${outcome.reason}`, hints[outcome.reason])
  }
}

export const loginControls = (
  state: SimulatorState,
  now: () => number
): Pick<SimulatorControls, "mvpd" | "partner" | "sessions"> => ({
  mvpd: {
    signIn: (code, viewer) => redirected(`sign in with code ${code}`, signIn(state, code, viewer, now())),
    decline: (code) => redirected(`decline with code ${code}`, decline(state, code, now())),
    rule: (mvpd, rule) => void mvpdOf(state, mvpd, "add a rule").resources.unshift(rule)
  },
  sessions: () =>
    state.sessions.all().map(({ code, owner, parameters, state: sessionState, notAfter }) => ({
      code,
      serviceProvider: owner.serviceProvider,
      mvpd: parameters.mvpd,
      state: notAfter <= now() ? "expired" : sessionState,
      notAfter
    })),
  partner: {
    samlResponse: (id, viewerId) => {
      const action = "create a partner response"
      const viewer = findViewer(mvpdOf(state, id, action), viewerId)
      if (viewer === undefined) {
        throw controlFailure(action, `${id} has no viewer ${viewerId}`, "Did you forget to add it to `viewers`?")
      }
      return samlResponse(state.random, id, viewer.id)
    }
  }
})
