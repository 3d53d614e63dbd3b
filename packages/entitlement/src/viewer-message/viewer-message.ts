/**
 * What to tell the viewer, as one of a closed set of kinds. Write one text for each kind, in each of your languages.
 *
 * | Kind | Say or do |
 * |---|---|
 * | `sign-in` | let the viewer sign in; offer the remembered MVPD |
 * | `choose-provider` | show the list of MVPDs again |
 * | `new-code` | the code is wrong or has expired: offer a new one |
 * | `denied` | the viewer may not watch this: show `text`; never sign out |
 * | `pass-used-up` | the temporary pass is used up: offer a sign-in |
 * | `try-later` | offer a retry button; in the background, retry after `retryAfter` |
 * | `check-network` | ask the viewer to check the network |
 * | `storage` | ask the viewer to allow this site to store data, or to free space |
 * | `update-app` | ask the viewer to update the application |
 * | `out-of-service` | say that the service is unavailable, without a retry button: retries fail until an operator acts |
 * | `nothing` | show nothing: the viewer cancelled |
 */
export type ViewerMessageKind =
  | "sign-in"
  | "choose-provider"
  | "new-code"
  | "denied"
  | "pass-used-up"
  | "try-later"
  | "check-network"
  | "storage"
  | "update-app"
  | "out-of-service"
  | "nothing"

/**
 * What to tell the viewer about a failure, and what to log. Contains no token, no sign-in code and no user metadata.
 */
export interface ViewerMessage {
  readonly kind: ViewerMessageKind
  /** The message of the MVPD or the programmer for the viewer, if the server sent one. */
  readonly text?: string
  /** Milliseconds after which a retry can help; absent if a person has to act first. */
  readonly retryAfter?: number
  /** Whether an operator has to act. */
  readonly alert: boolean
  readonly log: ViewerMessageLog
}

/** Data with which support can find a failure. */
export interface ViewerMessageLog {
  /** A stable code, for example `registration-guarded`, `authorization_denied_by_mvpd`, `http-503` or `network`. */
  readonly code: string
  /** Quote it when you ask Adobe for support. */
  readonly trace?: string
  /** Id of the authentication session at Adobe. */
  readonly sessionId?: string
}
