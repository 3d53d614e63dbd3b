import type { EnhancedError } from "@tve-pass/client"

/**
 * An event of the flows, for logs only: applications read the state, which cannot be missed. No event contains a
 * secret.
 */
export type EntitlementEvent =
  /** The viewer's access ended without a request of the viewer. */
  | { readonly type: "access-lost"; readonly why: "expired" | "invalidated" | "credentials-replaced" | "elsewhere" }
  /** A request was sent without single sign-on. */
  | { readonly type: "single-sign-on-unavailable"; readonly problem: string }
  /** The server sent an unknown value, which was kept or ignored. */
  | { readonly type: "unknown-value"; readonly operation: string; readonly member: string; readonly value: string }
  /** The integration is misconfigured: alert an operator. */
  | { readonly type: "configuration-problem"; readonly operation: string; readonly failure: EnhancedError }
  /** A poll got no usable response; polling continues. */
  | { readonly type: "poll-failed"; readonly code: string }

/** The names of the events. */
export type EntitlementEventType = EntitlementEvent["type"]
