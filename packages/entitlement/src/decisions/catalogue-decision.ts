import type { EnhancedError, Failure } from "@tve-pass/client"
import type { ResourceDecision, Schemas } from "@tve-pass/client/rest-v2"
import { denialOf, type DenialReason } from "./denial.ts"
import { withOther } from "./with-other.ts"

/**
 * Whether a resource belongs into the viewer's catalogue. Decorates and filters, and plays nothing: a playback comes from
 * `authorize` only (M-PRE-1).
 */
export type CatalogueDecision =
  | {
      readonly kind: "permit"
      readonly resource: string
      /** Who decided; values that this version does not know are carried. */
      readonly source: Schemas["DecisionSource"]
      /**
       * What the decision says beside this, such as user metadata (C-CH-2). Not enumerable: `JSON.stringify` and loggers leave it
       * out.
       */
      readonly other?: { readonly [name: string]: unknown }
    }
  | {
      readonly kind: "deny"
      readonly resource: string
      readonly why: DenialReason
      /** Who decided, as the server spells it; absent if the whole call was denied. */
      readonly source?: Schemas["DecisionSource"]
      /** For the viewer: the words of the MVPD or the programmer, else those of Adobe. */
      readonly text?: string
      readonly failure?: EnhancedError
    }
  | {
      /** There is no decision: not a permit, and no reason to hide the resource. */
      readonly kind: "undecided"
      readonly resource: string
      readonly failure?: Failure
    }

/** Reads one decision of operation 10. A failure that is no denial leaves the resource undecided. */
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

/** A resource without a decision. */
export const undecided = (resource: string, failure?: Failure): CatalogueDecision & { readonly kind: "undecided" } => ({
  kind: "undecided",
  resource,
  ...(failure === undefined ? {} : { failure })
})
