import { decline, signIn } from "../authentication/complete-login.ts"
import type { LoginOutcome } from "../authentication/login-page-port.ts"
import { samlResponse } from "../partner/saml.ts"
import { findViewer } from "../viewers/find-viewer.ts"
import type { World } from "../world.ts"
import { steeringFailure } from "./failure.ts"
import { mvpdOf } from "./select.ts"
import type { Steering } from "./steering.ts"

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
      throw steeringFailure(
        action,
        `the MVPD has no viewer ${outcome.viewer}`,
        "Did you forget to add it to `viewers`?"
      )
    case "SessionUnavailable":
      throw steeringFailure(action, `the session is ${outcome.reason}`, hints[outcome.reason])
  }
}

export const steerLogins = (world: World, now: () => number): Pick<Steering, "mvpd" | "partner"> => ({
  mvpd: {
    signIn: (code, viewer) => redirected(`sign in with code ${code}`, signIn(world, code, viewer, now())),
    decline: (code) => redirected(`decline with code ${code}`, decline(world, code, now())),
    rule: (mvpd, rule) => void mvpdOf(world, mvpd, "add a rule").resources.unshift(rule)
  },
  partner: {
    samlResponse: (id, viewerId) => {
      const action = "let the partner framework answer"
      const viewer = findViewer(mvpdOf(world, id, action), viewerId)
      if (viewer === undefined) {
        throw steeringFailure(action, `${id} has no viewer ${viewerId}`, "Did you forget to add it to `viewers`?")
      }
      return samlResponse(world.random, id, viewer.id)
    }
  }
})
