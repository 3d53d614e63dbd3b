import type { EnhancedError, Failure } from "@tve-pass/client"
import type { Deny, Schemas } from "@tve-pass/client/rest-v2"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import { reactionToEnhancedError } from "../viewer-message/index.ts"
import { denialOf, type DenialReason } from "./denial.ts"
import type { Playback } from "./playback.ts"

/** Whether one resource may be played now. None of these signs the viewer out (R-LOG-1). */
export type PlaybackDecision =
  | { readonly kind: "permit"; readonly resource: string; readonly playback: Playback }
  | {
      readonly kind: "deny"
      readonly resource: string
      readonly why: DenialReason
      /** Who decided, as the server sends it; absent if the whole call was denied. */
      readonly source?: Schemas["DecisionSource"]
      /** A message for the viewer: from the MVPD or the programmer, otherwise from Adobe. */
      readonly text?: string
      readonly failure?: EnhancedError
    }
  | {
      /** There is no valid profile: let the viewer sign in. No logout was sent to Adobe Pass. */
      readonly kind: "sign-in-again"
      readonly resource: string
      /** The MVPD of the last sign-in: offer it first. */
      readonly remembered?: SelectedMvpd
      readonly failure?: EnhancedError
    }
  | {
      /** The temporary pass has ended: offer a regular sign-in, or the next pass. */
      readonly kind: "pass-used-up"
      readonly resource: string
      readonly limit: "duration" | "resources"
      readonly failure: EnhancedError
    }
  /** Adobe or the MVPD could not decide, and retries did not help. */
  | { readonly kind: "try-later"; readonly resource: string; readonly failure: Failure }
  /** There is no decision, and a retry would not help. Never a permit (C-CH-1). */
  | { readonly kind: "undecided"; readonly resource: string; readonly failure?: Failure }

/** Reads a decision of operation 9 that is not a permit. */
export const notPermitted = (deny: Deny): PlaybackDecision => {
  const { resource, source, failure } = deny
  const denial = denialOf(deny)
  if (denial !== undefined) {
    return { kind: "deny", resource, source, ...denial, ...(failure === undefined ? {} : { failure }) }
  }
  return failure === undefined ? { kind: "undecided", resource } : notDecided(resource, failure)
}

/** Reads the failure of a whole call, or of a decision that is not a denial. */
export const notDecided = (resource: string, failure: Failure): PlaybackDecision => {
  if (failure._tag === "HttpError" && failure.httpStatus < 500) {
    return { kind: "undecided", resource, failure }
  }
  if (failure._tag !== "EnhancedError") return { kind: "try-later", resource, failure }
  switch (reactionToEnhancedError(failure).kind) {
    case "sign-in":
    case "choose-provider":
      return { kind: "sign-in-again", resource, failure }
    case "pass-used-up": {
      const limit = failure.code === "temporary_access_resources_limit_exceeded" ? "resources" : "duration"
      return { kind: "pass-used-up", resource, limit, failure }
    }
    case "try-later":
      return { kind: "try-later", resource, failure }
    case "denied":
      return { kind: "deny", resource, why: "other", ...denialOf({ failure }), failure }
    default:
      return { kind: "undecided", resource, failure }
  }
}
