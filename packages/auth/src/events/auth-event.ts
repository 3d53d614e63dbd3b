import type { AuthError } from "../errors/index.ts"

/** Client credentials were registered and stored: the first ones, or ones that replace others. */
export interface CredentialsRegistered {
  readonly type: "credentials-registered"
}

/**
 * The client credentials were replaced (rule 6). Every profile that was obtained with the old ones is lost:
 * forget cached profiles and let the user authenticate again.
 */
export interface CredentialsReplaced {
  readonly type: "credentials-replaced"
  /**
   * Why, for example `invalid_client`, `invalid_access_token_client_application` or `unreadable_record`;
   * `another_process` where another process or tab has replaced it and this one finds out, `missing_record` where the
   * store was emptied while the application ran.
   */
  readonly reason: string
}

/**
 * Client credentials were registered, and no `storage` was given to keep them: they are lost with this process, and each
 * start signs the viewer out. Pass a store, or `memoryStore()` where that is meant.
 */
export interface CredentialsNotPersisted {
  readonly type: "credentials-not-persisted"
}

/**
 * The registration lacks the scope `api:client:v2` (rule 7, C-DCR-11): REST API V2 will most likely respond with 401. Ask
 * Adobe to enable REST API V2 for the registered application.
 */
export interface ScopeMissing {
  readonly type: "scope-missing"
  readonly missing: string
  readonly scopes: ReadonlyArray<string>
}

/** A new access token arrived and was stored. */
export interface TokenObtained {
  readonly type: "token-obtained"
  /** It takes the place of one that was at hand. */
  readonly refresh: boolean
  /** Lifetime in seconds, counted from now. */
  readonly expiresIn: number
  /** When the server says it issued the token, in epoch milliseconds. For reporting only (rule 11). */
  readonly createdAt: number | undefined
}

/** The store refused a new access token. It is used all the same, and has to be asked for again after a restart. */
export interface TokenNotStored {
  readonly type: "token-not-stored"
  readonly error: AuthError
}

/** A refresh in the background failed; the current token is still in use and the refresh is tried again later. */
export interface TokenRefreshFailed {
  readonly type: "token-refresh-failed"
  readonly error: AuthError
}

/** A DCR call failed in a way that may pass, and is sent again after `delay` milliseconds (rule 19). */
export interface CallRetried {
  readonly type: "call-retried"
  readonly operation: "registerClient" | "retrieveAccessToken"
  readonly delay: number
}

/** A protected call got a 401 and is sent again with another token (rule 13, one replay). */
export interface RequestReplayed {
  readonly type: "request-replayed"
}

/** The server responded with 429; the device sends nothing for `hold` milliseconds (rule 16). */
export interface RequestThrottled {
  readonly type: "request-throttled"
  readonly hold: number
}

/**
 * The shared throttle cannot be reached. Until it can, this process sends one request a second for each device. Raised
 * once for each outage.
 */
export interface ThrottleDegraded {
  readonly type: "throttle-degraded"
  readonly error: AuthError
}

/** A request waited `wait` milliseconds for its turn in the throttle. */
export interface RequestDelayed {
  readonly type: "request-delayed"
  readonly wait: number
}

/** An unreadable record was quarantined in the store (rule 3). */
export interface RecordQuarantined {
  readonly type: "record-quarantined"
  /** Where it was found: a path or a record key. */
  readonly location: string
  /** What is wrong with it, for example that its checksum does not match. */
  readonly problem: string
}

/** What the auth layer did, for logs, metrics and the application's own caches. None holds a secret (rule 21). */
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

/** The names of the events, for {@link AuthEvents} listeners. */
export type AuthEventType = AuthEvent["type"]
