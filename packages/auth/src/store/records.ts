import type * as Redacted from "effect/Redacted"

/** The bearer token that the token call returns (docs/protocol/dcr.md section 5). */
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

/**
 * The credentials that the register call returns. They never expire; losing them signs every viewer out
 * (docs/protocol/dcr.md section 8).
 */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted
  readonly grantTypes: ReadonlyArray<string>
  readonly scopes: ReadonlyArray<string>
  /** When the response arrived: epoch milliseconds of the device's clock. */
  readonly registeredAt: number
  /** What is known about service providers; absent as long as nothing is. */
  readonly serviceProviders?: KnownServiceProviders | undefined
}

/**
 * Which service providers client credentials have worked for, and for which a new registration did not help (rule 4,
 * re-registration). `refused` is carried over to the next credentials.
 */
export interface KnownServiceProviders {
  readonly accepted: ReadonlyArray<string>
  readonly refused: ReadonlyArray<string>
}

/** The last re-registration of an application, kept so that a crash loop cannot skip the cool-down (rule 5). */
export interface RegistrationGuard {
  /** Epoch milliseconds of the device's clock. */
  readonly lastRegistrationAt: number
  /** Why it was made, for example `invalid_client`. */
  readonly reason: string
}

/**
 * What reading a record found.
 *
 * `Unreadable`: something is stored, but it is not a whole record of this version: truncated, altered, or foreign. It
 * stays where it is until it is replaced, and is quarantined then (rule 3).
 */
export type Loaded<Record> =
  | { readonly _tag: "Found"; readonly value: Record }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Unreadable"; readonly key: string; readonly problem: UnreadableProblem }

/** Why a record is unreadable: no JSON of this library, another format version, or not what was written. */
export type UnreadableProblem = "foreign" | "version" | "checksum"
