import type { EnhancedError } from "@tve-pass/client"
import { reactionToEnhancedError } from "../viewer-message/index.ts"

/** Who denied. `other`: an unknown reason, or none. */
export type DenialReason = "mvpd" | "parental-controls" | "degradation" | "other"

/** A denial, with the message for the viewer. */
export interface Denial {
  readonly why: DenialReason
  readonly text?: string
}

/**
 * Reads a decision with `authorized: false`. Returns the denial, or `undefined` if the error means that no decision was
 * possible: a timeout, an expired profile, an invalid call. A decision without an error, or with an unknown code, is a
 * denial.
 */
export const denialOf = ({
  failure,
  message
}: {
  readonly failure?: EnhancedError
  readonly message?: string
}): Denial | undefined => {
  if (failure === undefined) return { why: "other", ...(message === undefined ? {} : { text: message }) }
  const { kind } = reactionToEnhancedError(failure)
  // Codes of the catalogue have a `reaction`.
  const isUnknownCode = failure.reaction === undefined && kind === "out-of-service"
  if (kind !== "denied" && !isUnknownCode) return undefined
  const text = failure.details ?? failure.message
  return { why: reasonOf(failure), ...(text === undefined ? {} : { text }) }
}

const reasonOf = ({ code }: EnhancedError): DenialReason => {
  switch (code) {
    case "authorization_denied_by_mvpd":
    case "preauthorization_denied_by_mvpd":
      return "mvpd"
    case "authorization_denied_by_parental_controls":
      return "parental-controls"
    case "authorization_denied_by_degradation_rule":
      return "degradation"
    default:
      return "other"
  }
}
