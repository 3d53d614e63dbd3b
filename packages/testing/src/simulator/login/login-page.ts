/**
 * The interface between the simulator and the login page of a simulated MVPD.
 *
 * The simulator handles `/o/...` and `/api/v2/...` itself, and passes every other path to the login page. The requests
 * of a user agent (docs/protocol/rest-api-v2.md section 10):
 *
 * 1. `GET /api/v2/authenticate/{serviceProvider}/{code}` returns 302 with
 *    `Location: {origin}/adobe-services/authenticate/saml?noflash=true&mso_id=...&requestor_id=...&no_iframe=false&domain_name=...&redirect_url=...&code=...`.
 *    The real URL has no `code`, because a cookie carries it; the simulator works without cookies.
 * 2. The page shows the login form. Both signing in and declining end with a redirect to the session's `redirectUrl`.
 *
 * `GET {origin}/adobe-services/logout?...&mso_id=...&requestor_id=...&redirect_url=...` (operation 11) also belongs to it:
 * it redirects to `redirect_url`.
 */
export type LoginPage = (request: Request, context: LoginPageContext) => Promise<Response | undefined>

/** The functions of the simulator for a login page. */
export interface LoginPageContext {
  /** Origin the request was sent to, without a trailing slash. */
  readonly origin: string
  /** Returns the session of a code, or `undefined` for a code that was never issued or has been dropped. */
  readonly session: (code: string) => LoginSession | undefined
  /** Returns the viewers of an MVPD. The first one signs in by default. */
  readonly viewers: (mvpd: string) => ReadonlyArray<LoginViewer>
  /**
   * The custom schemes of the registered applications' `redirectUris`, with the colon, to which a user agent may
   * return.
   */
  readonly customSchemes: ReadonlyArray<string>
  /** Completes the session, and grants the profile to the device that created it. */
  readonly signIn: (code: string, viewer?: string) => LoginOutcome
  /** Ends the login without a profile. The session stays open until it expires, as if the page was closed. */
  readonly decline: (code: string) => LoginOutcome
  /**
   * Returns the target of a logout address (operation 11): the `redirectUrl` of the call that returned this address, or
   * `undefined` for any other address, so that the page redirects only there.
   */
  readonly logoutTarget: (address: URL) => string | undefined
}

/** The part of an authentication session that the login page needs. */
export interface LoginSession {
  readonly code: string
  readonly serviceProvider: { readonly id: string; readonly name: string }
  readonly mvpd: { readonly id: string; readonly displayName: string; readonly logoUrl: string }
  /** The address at which the user agent ends. */
  readonly redirectUrl: string
  /** `expired` also when a newer code of the same device superseded it. */
  readonly state: "waiting" | "signedIn" | "declined" | "expired"
}

/** A viewer of the MVPD. */
export interface LoginViewer {
  /** Value for `signIn`. */
  readonly id: string
  readonly name: string
}

/** The outcome of signing in or declining. */
export type LoginOutcome =
  | { readonly _tag: "Redirect"; readonly redirectUrl: string }
  /** The session can no longer be completed. */
  | { readonly _tag: "SessionUnavailable"; readonly reason: "unknown" | "expired" | "incomplete" }
  /** The MVPD does not know that viewer. */
  | { readonly _tag: "ViewerUnknown"; readonly viewer: string }
