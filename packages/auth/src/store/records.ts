import type * as Redacted from "effect/Redacted"

/** The bearer token that the token call returns (docs/protocol/dcr.md section 5). */
export interface AccessToken {
  readonly value: Redacted.Redacted
  /** The client that the token belongs to. The token of replaced credentials is not used. */
  readonly clientId: string
  /** When the response arrived: epoch milliseconds of the device's clock. */
  readonly receivedAt: number
  /** `receivedAt` plus the lifetime: epoch milliseconds of the device's clock. */
  readonly expiresAt: number
  /** The server's `created_at` in epoch milliseconds; for reports, never for decisions (rule 11, expiry). */
  readonly createdAt: number | undefined
  /** The server's id of this token, for support tickets. */
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
  /** The service providers that accepted or refused the credentials; absent if there are none. */
  readonly serviceProviders?: KnownServiceProviders | undefined
}

/**
 * The service providers for which client credentials have worked, and those for which a new registration did not help
 * (rule 4, re-registration). The next credentials keep `refused`.
 */
export interface KnownServiceProviders {
  readonly accepted: ReadonlyArray<string>
  readonly refused: ReadonlyArray<string>
}

/**
 * The last re-registration of an application, stored so that a crash loop cannot bypass the cool-down (rule 5,
 * cool-down).
 */
export interface RegistrationGuard {
  /** Epoch milliseconds of the device's clock. */
  readonly lastRegistrationAt: number
  /** The reason, for example `invalid_client`. */
  readonly reason: string
}

/**
 * The result of reading a record.
 *
 * `Unreadable`: the stored string is not a complete record of this version: it is truncated, altered or foreign. It is
 * quarantined when it is replaced, and not changed before (rule 3, quarantine).
 */
export type Loaded<Record> =
  | { readonly _tag: "Found"; readonly value: Record }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Unreadable"; readonly key: string; readonly problem: UnreadableProblem }

/** The problem of an unreadable record: not JSON of this library, another format version, or a wrong checksum. */
export type UnreadableProblem = "foreign" | "version" | "checksum"
