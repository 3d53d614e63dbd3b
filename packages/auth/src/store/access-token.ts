import type * as Redacted from "effect/Redacted"

/** The bearer token that `token` answers with (docs/protocol/dcr.md section 5). */
export interface AccessToken {
  readonly value: Redacted.Redacted
  /** The client it belongs to. A token of replaced credentials is worthless. */
  readonly clientId: string
  /** When the response arrived: epoch milliseconds of the device's clock. */
  readonly receivedAt: number
  /** `receivedAt` plus the lifetime: epoch milliseconds of the device's clock. */
  readonly expiresAt: number
  /** The server's `created_at` in epoch milliseconds; for reports, never for decisions (rule 11). */
  readonly createdAt: number | undefined
  /** The server's identifier of this token, worth quoting in support tickets. */
  readonly id: string | undefined
}
