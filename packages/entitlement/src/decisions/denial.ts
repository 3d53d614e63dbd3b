import type { EnhancedError } from "@tve-pass/client"
import { reactionToEnhancedError } from "../viewer-message/index.ts"

/** Who denied. `other`: a reason that this version does not know, or none at all. */
export type DenialReason = "mvpd" | "parental-controls" | "degradation" | "other"

/** A denial, as the viewer is told about it. */
export interface Denial {
  readonly why: DenialReason
  readonly text?: string
}

/**
 * Returns the denial that a decision with `authorized: false` is, or `undefined` if its error says that no decision was
 * possible: a timeout, an expired profile, a wrong call. A denial without an error, and one with a code that the catalogue
 * lacks, is a denial.
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
  // The catalogue knows what each of its codes asks for.
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
