import type { AuthError } from "../errors/index.ts"

/** Client credentials were registered and stored: the first ones, or ones that replace others. */
export interface CredentialsRegistered {
  readonly type: "credentials-registered"
}

/**
 * The client credentials were replaced (rule 6, replaced credentials). Every profile that was obtained with the old
 * ones is lost: discard cached profiles and let the viewer sign in again.
 */
export interface CredentialsReplaced {
  readonly type: "credentials-replaced"
  /**
   * The reason, for example `invalid_client`, `invalid_access_token_client_application` or `unreadable_record`;
   * `another_process` if another process or tab replaced them; `missing_record` if the store was emptied while the
   * application ran.
   */
  readonly reason: string
}

/**
 * Client credentials were registered without a `storage` option: they are lost when this process ends, and each start
 * signs the viewer out. Pass a store, or `memoryStore()` if that is intended.
 */
export interface CredentialsNotPersisted {
  readonly type: "credentials-not-persisted"
}

/**
 * The registration lacks the scope `api:client:v2` (rule 7, scope; C-DCR-11): REST API V2 will most likely respond with
 * 401. Ask Adobe to enable REST API V2 for the registered application.
 */
export interface ScopeMissing {
  readonly type: "scope-missing"
  readonly missing: string
  readonly scopes: ReadonlyArray<string>
}

/** A new access token was obtained. */
export interface TokenObtained {
  readonly type: "token-obtained"
  /** Whether it replaces a token in memory. */
  readonly refresh: boolean
  /** Lifetime in seconds, counted from now. */
  readonly expiresIn: number
  /** When the server says it issued the token, in epoch milliseconds. For reporting only (rule 11, expiry). */
  readonly createdAt: number | undefined
}

/** A new access token could not be stored. It is used anyway, and another one is requested after a restart. */
export interface TokenNotStored {
  readonly type: "token-not-stored"
  readonly error: AuthError
}

/** A background refresh failed. The current token remains in use, and the refresh is retried later. */
export interface TokenRefreshFailed {
  readonly type: "token-refresh-failed"
  readonly error: AuthError
}

/** A DCR call failed temporarily, and is retried after `delay` milliseconds (rule 19, retries). */
export interface CallRetried {
  readonly type: "call-retried"
  readonly operation: "registerClient" | "retrieveAccessToken"
  readonly delay: number
}

/** A protected call got a 401 and is sent again with another token (rule 13, one replay). */
export interface RequestReplayed {
  readonly type: "request-replayed"
}

/** The server responded with 429; the device sends nothing for `hold` milliseconds (rule 16, hold after a 429). */
export interface RequestThrottled {
  readonly type: "request-throttled"
  readonly hold: number
}

/**
 * The shared throttle is unavailable. Until it is available again, this process sends one request a second for each
 * device. Raised once for each outage.
 */
export interface ThrottleDegraded {
  readonly type: "throttle-degraded"
  readonly error: AuthError
}

/** A request waited `wait` milliseconds in the queue of the throttle. */
export interface RequestDelayed {
  readonly type: "request-delayed"
  readonly wait: number
}

/** An unreadable record was quarantined in the store (rule 3, quarantine). */
export interface RecordQuarantined {
  readonly type: "record-quarantined"
  /** Where it was found: a path or a record key. */
  readonly location: string
  /** What is wrong, for example that the checksum does not match. */
  readonly problem: string
}

/**
 * An event of the auth layer, for logs, metrics and the application's caches. No event contains a secret (rule 21, no
 * secrets).
 */
export type AuthEvent =
  | CredentialsRegistered
  | CredentialsReplaced
  | CredentialsNotPersisted
  | ScopeMissing
  | TokenObtained
  | TokenNotStored
  | TokenRefreshFailed
  | CallRetried
  | RequestReplayed
  | RequestThrottled
  | RequestDelayed
  | ThrottleDegraded
  | RecordQuarantined

/** The names of the events. */
export type AuthEventType = AuthEvent["type"]
