import type { EnhancedError, Failure } from "@tve-pass/client"

/**
 * Whether a resource of the catalogue will most likely play. Only for decoration and filtering (M-PRE-1): it has no media
 * token and no player accepts it. Call `authorize` before playback.
 */
export type CatalogueDecision =
  | { readonly kind: "permit"; readonly resource: string }
  | {
      readonly kind: "deny"
      readonly resource: string
      /** The reason for the viewer: `details` of the error, else its `message`; empty if the server sent neither. */
      readonly text: string
      readonly failure?: EnhancedError
    }
  /** The server did not decide: treat it as not permitted, and ask again later. */
  | { readonly kind: "undecided"; readonly resource: string; readonly failure?: Failure }
