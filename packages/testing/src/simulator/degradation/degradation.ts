/** A rule that bypasses an MVPD for a while (docs/protocol/flows.md section 12). */
export interface Degradation {
  readonly rule: DegradationRule
  /** The programmer's text for viewers; arrives in `details` of an AuthZNone denial. */
  readonly message?: string
}

/**
 * `AuthNAll` authenticates and authorizes everybody; `AuthZAll` authorizes everybody who is authenticated; `AuthZNone`
 * authorizes nobody.
 */
export type DegradationRule = "AuthNAll" | "AuthZAll" | "AuthZNone"
