import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"

/** What an MVPD decides on a resource. The first rule that fits counts; without one the answer is a permit. */
export interface ResourceRule {
  /** The resource as requested, a plain id or an MRSS text; `*` is every resource. */
  readonly resource: string
  /** Which request it is for. Default: both. */
  readonly on?: DecisionKind
  /** `deny` is `authorization_denied_by_mvpd` or `preauthorization_denied_by_mvpd`; any other code of the catalogue works. */
  readonly decision: "permit" | "deny" | EnhancedErrorCode
  /** Text of the MVPD for the viewer. */
  readonly details?: string
}

/** Which request a rule is for. */
export type DecisionKind = "authorize" | "preauthorize"

export type Ruling =
  | { readonly _tag: "Permit" }
  | { readonly _tag: "Deny"; readonly code: EnhancedErrorCode; readonly details: string | undefined }

const denials = {
  authorize: "authorization_denied_by_mvpd",
  preauthorize: "preauthorization_denied_by_mvpd"
} as const

export const rule = (rules: Iterable<ResourceRule>, resource: string, kind: DecisionKind): Ruling => {
  for (const candidate of rules) {
    if (candidate.resource !== "*" && candidate.resource !== resource) continue
    if (candidate.on !== undefined && candidate.on !== kind) continue
    if (candidate.decision === "permit") return { _tag: "Permit" }
    const code = candidate.decision === "deny" ? denials[kind] : candidate.decision
    return { _tag: "Deny", code, details: candidate.details }
  }
  return { _tag: "Permit" }
}
