import type {
  CatalogueDecision,
  Entitlement,
  Playback,
  PlaybackDecision,
  SignOutStep,
  TemporaryAccessOptions,
  UserAgentAddress
} from "../../src/promise/index.ts"
import type { SecondScreenStep } from "../../src/second-screen/index.ts"
import type { DeviceSteps } from "../../src/steps/index.ts"

declare const entitlement: Entitlement
declare const steps: DeviceSteps
declare const playback: Playback
declare const catalogue: CatalogueDecision
declare const decision: PlaybackDecision
declare const address: UserAgentAddress
declare const play: (playback: Playback) => void

play(playback)
if (decision.kind === "permit") play(decision.playback)
// @ts-expect-error A decision about the catalogue plays nothing (M-PRE-1).
play(catalogue)
// @ts-expect-error Nor does its permit.
if (catalogue.kind === "permit") play(catalogue.playback)
// @ts-expect-error A playback cannot be made by hand.
play({
  resource: "news",
  mvpd: "Dish",
  source: "mvpd",
  notAfter: 1,
  redeem: async (backend) => backend("token", playback)
})
// @ts-expect-error The media token cannot be read (M-AUTHZ-6).
void playback.serializedToken
// @ts-expect-error One resource a playback (M-AUTHZ-5).
void entitlement.authorize(["news", "sports"])
// @ts-expect-error Only the viewer signs out (R-LOG-1).
void entitlement.signOut({})
// @ts-expect-error An error is no viewer.
void entitlement.signOut({ because: "the decision was denied" })
void entitlement.signOut({ because: "the viewer asked" })
// @ts-expect-error The same on a backend.
void steps.prepareSignOut({ mvpd: "Dish" })
// @ts-expect-error The login page is not for HTTP clients (M-AUTHN-12).
void fetch(address)
// @ts-expect-error A promotional pass needs an identity (M-TP-2).
export const withoutIdentity: TemporaryAccessOptions = { kind: "promotional", mvpd: "flexibleTempPass" }
export const plain: TemporaryAccessOptions = {
  kind: "promotional",
  mvpd: "flexibleTempPass",
  // @ts-expect-error What identifies the viewer is never sent as it is (M-TP-3).
  identity: { key: "email", identifier: "viewer@example.com", send: "plain" }
}

/** Every outcome of a decision has a case, the unknown ones included. */
export const shown = (outcome: PlaybackDecision): string => {
  switch (outcome.kind) {
    case "permit":
      return outcome.playback.resource
    case "deny":
      return outcome.text ?? outcome.why
    case "sign-in-again":
      return outcome.remembered?.displayName ?? ""
    case "pass-used-up":
      return outcome.limit
    case "try-later":
      return outcome.failure._tag
    case "undecided":
      return outcome.resource
  }
}

export const done = (step: SignOutStep): string => {
  switch (step.kind) {
    case "open":
      return step.address.href
    case "system-settings":
      return step.paths.tvOS
    case "nothing":
      return step.because
    case "unsupported":
      return step.value
  }
}

// @ts-expect-error `unsupported`, `missing` and others are not handled.
export const next = (step: SecondScreenStep): string => {
  switch (step.kind) {
    case "open":
      return step.address.href
    case "already-signed-in":
      return step.because
  }
}
