import type { EndedSignIn, PlaybackDecision, SignOutStep, ViewerMessageKind } from "@tve-pass/entitlement/promise"

/** Returns what to tell the viewer about a sign-in that ended, or about a resource that does not play. */
export const wordsOf = (outcome: EndedSignIn | Exclude<PlaybackDecision, { readonly kind: "permit" }>): string => {
  switch (outcome.kind) {
    case "cancelled":
      return ""
    case "code-ended":
      return outcome.why === "superseded" ? "Another code took its place." : "The code has expired."
    case "not-finished":
      return "You are not signed in yet."
    case "integration-removed":
      return "This TV provider is no longer available. Select another one."
    case "unsupported":
      return "Please update this application."
    case "deny":
      return outcome.text ?? "You may not watch this."
    case "pass-used-up":
      return "Your preview is used up. Sign in to watch."
    case "sign-in-again":
      return "Please sign in again."
    case "try-later":
      return "Your TV provider does not respond. Please try again."
    case "undecided":
      return "Your TV provider did not decide. Please try again."
  }
}

/** What to tell the viewer about a failure. */
export const problemWords: Readonly<Record<ViewerMessageKind, string>> = {
  "sign-in": "Please sign in.",
  "choose-provider": "Please select your TV provider again.",
  "new-code": "The code is not valid any more.",
  denied: "You may not watch this.",
  "pass-used-up": "Your preview is used up.",
  "try-later": "This does not work at the moment. Please try again.",
  "check-network": "Please check your network.",
  storage: "Please allow this application to store data.",
  "update-app": "Please update this application.",
  "out-of-service": "This service is not available.",
  nothing: ""
}

/** What remains to do after a sign-out, for the viewer. */
export const signOutWords = (step: SignOutStep): string => {
  switch (step.kind) {
    case "open":
      return `${step.mvpd}: its logout page was opened.`
    case "system-settings":
      return `${step.mvpd}: sign out in ${step.paths.tvOS} of this device.`
    case "nothing":
      return step.because === "complete" ? `${step.mvpd}: nothing is left to do.` : "You were signed out already."
    case "unsupported":
      return `${step.mvpd}: please update this application.`
  }
}
