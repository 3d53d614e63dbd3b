import type * as Redacted from "effect/Redacted"

/**
 * The pair that `register` answers with. It never expires; losing it signs every viewer out
 * (docs/protocol/dcr.md section 8).
 */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted
  readonly grantTypes: ReadonlyArray<string>
  readonly scopes: ReadonlyArray<string>
  /** When the response arrived: epoch milliseconds of the device's clock. */
  readonly registeredAt: number
}
