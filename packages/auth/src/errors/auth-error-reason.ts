import type { UnderlyingError } from "./underlying-error.ts"

/** The calls that can fail: the two of Dynamic Client Registration by their operation id, and any protected call. */
export type AuthOperation = "registerClient" | "retrieveAccessToken" | "sendRequest"

/** An option or an environment variable is missing or malformed. Found before any network call. */
export interface InvalidConfiguration {
  readonly _tag: "InvalidConfiguration"
  /** The option or variable, for example `softwareStatement` or `ADOBE_PASS_ORIGIN`. */
  readonly field: string
  /** What is wrong, as a sentence without its full stop that does not quote the value. */
  readonly problem: string
  /** What to do, as a sentence without its full stop. */
  readonly remedy: string
}

/** The server refuses the software statement itself (docs/protocol/dcr.md section 4). */
export interface StatementRejected {
  readonly _tag: "StatementRejected"
  /** `invalid_software_statement`, `unapproved_software_statement`, or a code this version does not know. */
  readonly serverCode: string
  readonly status: number
}

/** `register` was refused for a reason that is not the statement, or kept failing. */
export interface RegistrationFailed {
  readonly _tag: "RegistrationFailed"
  /** `invalid_request`, `invalid_redirect_uri` or an unknown code; `undefined` where the body named none. */
  readonly serverCode: string | undefined
  readonly status: number
  /** When the server asked to come back (`Retry-After`): epoch milliseconds of the device's clock. */
  readonly retryAt?: number
}

/** A new registration is due but not allowed before `until`, because the last one is too recent (rule 5). */
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
  /** When the server asked to come back (`Retry-After`): epoch milliseconds of the device's clock. */
  readonly retryAt?: number
}

/** A protected call refuses a token that was just fetched: the application lacks the service provider or the scope. */
export interface AccessTokenRejected {
  readonly _tag: "AccessTokenRejected"
  /** The enhanced error code, for example `invalid_access_token_service_provider`. */
  readonly enhancedErrorCode: string | undefined
  readonly status: number
  /** The id of the service provider that the call was about. */
  readonly serviceProvider?: string
}

/** The device's throttle bucket is empty (docs/protocol/throttling.md). */
export interface Throttled {
  readonly _tag: "Throttled"
  /** `server`: it responded with HTTP 429. `local`: the request was not sent, because it would have been. */
  readonly by: "local" | "server"
  /** The call that was held back; a protected call where it is left out. */
  readonly operation?: AuthOperation
  /** Epoch milliseconds of the device's clock. */
  readonly retryAt: number
}

/** Something that this library did not write stands where a record belongs, and could not be quarantined. */
export interface StoreCorrupted {
  readonly _tag: "StoreCorrupted"
  /** A path or a record key. */
  readonly location: string
  /** What is wrong, as a sentence without its full stop. */
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

/** Another owner kept the lock for too long, or the own lease was lost while the process was paused. */
export interface LockTimeout {
  readonly _tag: "LockTimeout"
  readonly lock: string
  /** `busy`: another owner kept it. `lost`: it was held, and the lease ran out. */
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

/** A successful status with a body that the protocol does not allow. Names the field, never its value (rule 21). */
export interface MalformedResponse {
  readonly _tag: "MalformedResponse"
  readonly operation: AuthOperation
  /** The body's field, for example `expires_in`, or `body` where it is not a JSON object. */
  readonly field: string
  readonly status: number
}

/** The deadline of the whole operation, waits and retries included, has passed. */
export interface DeadlineExceeded {
  readonly _tag: "DeadlineExceeded"
  readonly operation: AuthOperation
  /** Milliseconds the operation was given. */
  readonly deadline: number
}

/** An authorized request was aimed at another origin than the configured one, and was not sent (rule 14). */
export interface ForeignOrigin {
  readonly _tag: "ForeignOrigin"
  /** The origin asked for; path and query are left out. */
  readonly origin: string
  readonly expectedOrigin: string
}

/** Everything that can go wrong, distinguished by `_tag`. */
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
