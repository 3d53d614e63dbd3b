import type { UnderlyingError } from "./underlying-error.ts"

/**
 * The calls that can fail: the two calls of Dynamic Client Registration, by operation id, and any protected call
 * (`sendRequest`).
 */
export type AuthOperation = "registerClient" | "retrieveAccessToken" | "sendRequest"

/** An option or an environment variable is missing or malformed. Found before any network call. */
export interface InvalidConfiguration {
  readonly _tag: "InvalidConfiguration"
  /** The option or variable, for example `softwareStatement` or `ADOBE_PASS_ORIGIN`. */
  readonly field: string
  /** What is wrong: a sentence without its full stop. It never quotes the value. */
  readonly problem: string
  /** What to do: a sentence without its full stop. */
  readonly remedy: string
}

/** The server refuses the software statement itself (docs/protocol/dcr.md section 4). */
export interface StatementRejected {
  readonly _tag: "StatementRejected"
  /** `invalid_software_statement`, `unapproved_software_statement`, or an unknown code. */
  readonly serverCode: string
  readonly status: number
}

/** `register` was refused for a reason that is not the statement, or kept failing. */
export interface RegistrationFailed {
  readonly _tag: "RegistrationFailed"
  /** `invalid_request`, `invalid_redirect_uri` or an unknown code; `undefined` if the body has none. */
  readonly serverCode: string | undefined
  readonly status: number
  /** `Retry-After` of the response, in epoch milliseconds of the device's clock. */
  readonly retryAt?: number
}

/**
 * A new registration is needed, but not allowed before `until`, because the last one is too recent (rule 5, cool-down).
 */
export interface RegistrationGuarded {
  readonly _tag: "RegistrationGuarded"
  /** Epoch milliseconds of the device's clock. */
  readonly until: number
  /** Why the last registration was made, for example `invalid_client`. */
  readonly lastReason: string
}

/** `invalid_client`: the server no longer accepts the client credentials, and a new registration did not help. */
export interface ClientRejected {
  readonly _tag: "ClientRejected"
  readonly serverCode: string
}

/** The client may not use the grant: `unauthorized_client` or `unsupported_grant_type`. Stored credentials stay. */
export interface ClientNotAllowed {
  readonly _tag: "ClientNotAllowed"
  readonly serverCode: string
}

/** `token` was refused for a reason that is not the client, or kept failing. Stored credentials stay. */
export interface TokenFailed {
  readonly _tag: "TokenFailed"
  readonly serverCode: string | undefined
  readonly status: number
  /** `Retry-After` of the response, in epoch milliseconds of the device's clock. */
  readonly retryAt?: number
}

/** A protected call refuses a token that was just fetched: the application lacks the service provider or the scope. */
export interface AccessTokenRejected {
  readonly _tag: "AccessTokenRejected"
  /** The enhanced error code, for example `invalid_access_token_service_provider`. */
  readonly enhancedErrorCode: string | undefined
  readonly status: number
  /** The id of the service provider in the path of the call. */
  readonly serviceProvider?: string
}

/** The device's throttle bucket is empty (docs/protocol/throttling.md). */
export interface Throttled {
  readonly _tag: "Throttled"
  /**
   * `server`: the server responded with HTTP 429. `local`: the queue of the throttle is full, and the request was not
   * sent.
   */
  readonly by: "local" | "server"
  /** The throttled call. Absent for a protected call. */
  readonly operation?: AuthOperation
  /** Epoch milliseconds of the device's clock. */
  readonly retryAt: number
}

/** The location of a record contains something that this library did not write and that cannot be quarantined. */
export interface StoreCorrupted {
  readonly _tag: "StoreCorrupted"
  /** A path or a record key. */
  readonly location: string
  /** What is wrong: a sentence without its full stop. */
  readonly problem: string
  readonly remedy: string
}

/** The store cannot be read or written: disabled storage, full quota, missing permission. */
export interface StoreUnavailable {
  readonly _tag: "StoreUnavailable"
  readonly operation: "open" | "read" | "write" | "remove"
  /** A path or a record key. */
  readonly location: string
  readonly remedy: string
  readonly cause: UnderlyingError
}

/** Another owner kept the lock for too long, or this process lost its lease while it was paused. */
export interface LockTimeout {
  readonly _tag: "LockTimeout"
  readonly lock: string
  /** `busy`: another owner kept the lock. `lost`: this process had the lock, and its lease ran out. */
  readonly state: "busy" | "lost"
  /** Milliseconds spent waiting for the lock. */
  readonly waited: number
}

/** No response arrived: refused connection, failed name lookup, reset, blocked by CORS. */
export interface Transport {
  readonly _tag: "Transport"
  readonly operation: AuthOperation
  readonly cause: UnderlyingError
}

/**
 * A successful status with a body that the protocol does not allow. Names the field, never its value (rule 21, no
 * secrets).
 */
export interface MalformedResponse {
  readonly _tag: "MalformedResponse"
  readonly operation: AuthOperation
  /** The field of the body, for example `expires_in`; `body` if the body is not a JSON object. */
  readonly field: string
  readonly status: number
}

/** The deadline of the whole operation, waits and retries included, has passed. */
export interface DeadlineExceeded {
  readonly _tag: "DeadlineExceeded"
  readonly operation: AuthOperation
  /** The deadline in milliseconds. */
  readonly deadline: number
}

/**
 * An authorized request was addressed to an origin other than the configured one, and was not sent (rule 14, configured
 * origin).
 */
export interface ForeignOrigin {
  readonly _tag: "ForeignOrigin"
  /** The origin of the request, without path and query. */
  readonly origin: string
  readonly expectedOrigin: string
}

/** The reason of an `AuthError`, distinguished by `_tag`. */
export type AuthErrorReason =
  | InvalidConfiguration
  | StatementRejected
  | RegistrationFailed
  | RegistrationGuarded
  | ClientRejected
  | ClientNotAllowed
  | TokenFailed
  | AccessTokenRejected
  | Throttled
  | StoreCorrupted
  | StoreUnavailable
  | LockTimeout
  | Transport
  | MalformedResponse
  | DeadlineExceeded
  | ForeignOrigin
