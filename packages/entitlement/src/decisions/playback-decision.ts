import type { EnhancedError, Failure } from "@tve-pass/client"
import type { Schemas } from "@tve-pass/client/rest-v2"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"

/** Whether a resource may be played now. */
export type PlaybackDecision =
  | { readonly kind: "permit"; readonly playback: Playback }
  | {
      readonly kind: "deny"
      /** The reason for the viewer: `details` of the error, else its `message`; empty if the server sent neither. */
      readonly text: string
      readonly why: "mvpd" | "parental-controls" | "degradation" | "other"
      readonly failure?: EnhancedError
    }
  /** The profile is missing, expired or invalidated. Nothing was signed out at Adobe Pass (R-LOG-1). */
  | { readonly kind: "sign-in-again"; readonly remembered?: SelectedMvpd; readonly failure?: EnhancedError }
  | { readonly kind: "pass-used-up"; readonly limit: "duration" | "resources"; readonly failure: EnhancedError }
  /** Still undecided after the retries. */
  | { readonly kind: "try-later"; readonly failure?: Failure }

/** One permitted playback. The media token is in no property: nothing that prints, serialises or clones it shows the token. */
export interface Playback {
  readonly resource: string
  readonly mvpd: string
  readonly source: Schemas["DecisionSource"]
  /** When the media token ends, in epoch milliseconds: `redeem` it before. A running stream is left alone (M-AUTHZ-2). */
  readonly notAfter: number | undefined
  /** Passes the media token to the application's backend, once. Rejects when it is called again. */
  readonly redeem: <Value>(
    backend: (
      serializedToken: string,
      about: { readonly resource: string; readonly mvpd: string }
    ) => Value | PromiseLike<Value>
  ) => Promise<Value>
}
