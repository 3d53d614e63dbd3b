import type { EnhancedErrorCode } from "../protocol/schemas.ts"
import type { DecisionKind, ResourceRule } from "../state/mvpds.ts"

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

/** The decision for one resource, before it becomes a response. */
export type Verdict =
  | {
      readonly _tag: "Permit"
      readonly source: Source
      /** The subject of the media token. */
      readonly subject: string
      /** The end of the decision in milliseconds since the epoch; `undefined` if samples have none. */
      readonly notAfter: number | undefined
    }
  | {
      readonly _tag: "Deny"
      readonly source: Source
      readonly code: EnhancedErrorCode
      readonly details: string | undefined
      readonly notAfter: number | undefined
    }

type Source = "mvpd" | "degradation" | "temppass" | "dummy"

export const deny = (
  source: Source,
  code: EnhancedErrorCode,
  more: { readonly details?: string | undefined; readonly notAfter?: number } = {}
): Verdict => ({ _tag: "Deny", source, code, details: more.details, notAfter: more.notAfter })

export type Decided =
  | { readonly _tag: "Verdicts"; readonly verdictOf: (resource: string) => Verdict }
  /** The same error for every resource, or for the whole request (U-V2-6). */
  | { readonly _tag: "Failure"; readonly code: EnhancedErrorCode }
