import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"

/** What was decided on one resource, before it takes the form of a response. */
export type Verdict =
  | {
      readonly _tag: "Permit"
      readonly source: Source
      /** For whom the media token is. */
      readonly subject: string
      /** End of the decision, milliseconds since the epoch; `undefined` where samples have none. */
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
