import type { EnhancedError, Failure } from "@tve-pass/client"
import type { ResourceDecision, Schemas } from "@tve-pass/client/rest-v2"
import { denialOf, type DenialReason } from "./denial.ts"
import { withOther } from "./with-other.ts"

/**
 * Whether the viewer may probably watch a resource. Use it to decorate and filter a catalogue. It permits no playback:
 * only `authorize` does (M-PRE-1).
 */
export type CatalogueDecision =
  | {
      readonly kind: "permit"
      readonly resource: string
      /** Who decided, as the server sends it; unknown values are kept. */
      readonly source: Schemas["DecisionSource"]
      /**
       * Undocumented members of the decision, such as user metadata (C-CH-2). Not enumerable, so that `JSON.stringify`
       * and loggers omit them.
       */
      readonly other?: { readonly [name: string]: unknown }
    }
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
      /** There is no decision. Show the resource, but do not treat it as permitted. */
      readonly kind: "undecided"
      readonly resource: string
      readonly failure?: Failure
    }

/** Reads one decision of operation 10. A failure other than a denial leaves the resource undecided. */
export const catalogueDecisionOf = (decision: ResourceDecision): CatalogueDecision => {
  const { kind, resource } = decision
  switch (kind) {
    case "permit":
      return withOther({ kind, resource, source: decision.source }, decision.other)
    case "deny": {
      const denial = denialOf(decision)
      return denial === undefined
        ? undecided(resource, decision.failure)
        : {
            kind,
            resource,
            source: decision.source,
            ...denial,
            ...(decision.failure === undefined ? {} : { failure: decision.failure })
          }
    }
    case "undecided":
      return undecided(resource)
  }
}

/** Creates the decision of a resource that the server did not decide. */
export const undecided = (resource: string, failure?: Failure): CatalogueDecision & { readonly kind: "undecided" } => ({
  kind: "undecided",
  resource,
  ...(failure === undefined ? {} : { failure })
})
