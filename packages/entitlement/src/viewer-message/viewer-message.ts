/**
 * What to say to the viewer, as one of a closed set of situations. The application words each of them once, in its own
 * languages.
 *
 * | Kind | Say or do |
 * |---|---|
 * | `sign-in` | let the viewer sign in; offer the remembered MVPD |
 * | `choose-provider` | show the list of MVPDs again |
 * | `new-code` | the code is wrong or no longer valid: offer another one |
 * | `denied` | the viewer may not watch this: show `text`; never sign out |
 * | `pass-used-up` | the temporary pass has ended: offer a regular sign-in |
 * | `try-later` | offer a button; after `retryAfter`, if it is given |
 * | `check-network` | ask for a look at the network |
 * | `storage` | ask the viewer to allow this site to store data, or to free some space |
 * | `update-app` | the protocol has grown: ask for an update of the application |
 * | `out-of-service` | nothing helps until an operator acts: offer no button |
 * | `nothing` | the viewer cancelled, or the application asked for something newer: say nothing |
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

/** What to tell the viewer about a failure, and what to log. Holds no token, no code and no user metadata. */
export interface ViewerMessage {
  readonly kind: ViewerMessageKind
  /** The server's own words, where it sent some for viewers: the MVPD's denial, or the programmer's message. */
  readonly text?: string
  /** Milliseconds from now after which a retry can help; absent where a person has to act first. */
  readonly retryAfter?: number
  /** Whether an operator has to act. */
  readonly alert: boolean
  readonly log: ViewerMessageLog
}

/** What support needs to find a failure. */
export interface ViewerMessageLog {
  /** Stable, for example `registration-guarded`, `authorization_denied_by_mvpd`, `http-503` or `network`. */
  readonly code: string
  /** Quote it when you ask Adobe for support. */
  readonly trace?: string
  /** Id of the authentication session at Adobe. */
  readonly sessionId?: string
}
