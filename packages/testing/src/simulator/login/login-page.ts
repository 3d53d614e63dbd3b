/**
 * What the simulator asks of the login page of a simulated MVPD, and what the page may ask of the simulator.
 *
 * The simulator returns `/o/...` and `/api/v2/...` itself and hands every other path to the login page. The way of a user
 * agent (docs/protocol/rest-api-v2.md section 10):
 *
 * 1. `GET /api/v2/authenticate/{serviceProvider}/{code}` returns 302 with
 *    `Location: {origin}/adobe-services/authenticate/saml?noflash=true&mso_id=...&requestor_id=...&no_iframe=false&domain_name=...&redirect_url=...&code=...`.
 *    The real URL has no `code`, because a cookie carries it; the simulator works without cookies.
 * 2. The page shows who asks and signs in or declines; both end with a redirect to the session's `redirectUrl`.
 *
 * `GET {origin}/adobe-services/logout?...&mso_id=...&requestor_id=...&redirect_url=...` (operation 11) also belongs to it:
 * it redirects to `redirect_url`.
 */
export type LoginPage = (request: Request, context: LoginPageContext) => Promise<Response | undefined>

/** What a login page may ask of the simulator. */
export interface LoginPageContext {
  /** Origin the request was sent to, without a trailing slash. */
  readonly origin: string
  /** The session of an authentication code; `undefined` for a code that was never issued or is long forgotten. */
  readonly session: (code: string) => LoginSession | undefined
  /** The viewers an MVPD knows, to choose from; the first is who signs in by default. */
  readonly viewers: (mvpd: string) => ReadonlyArray<LoginViewer>
  /** Custom schemes of the registered applications' `redirectUris`, with the colon: where a user agent may return to. */
  readonly customSchemes: ReadonlyArray<string>
  /** Completes the session: the profile exists from now on, for the device that created the session. */
  readonly signIn: (code: string, viewer?: string) => LoginOutcome
  /** Ends the login without a profile; the session stays open until it expires, as after closing the page. */
  readonly decline: (code: string) => LoginOutcome
  /**
   * Where a user agent goes on to that came to a logout address (operation 11): the `redirectUrl` of the call that gave
   * this very address out; `undefined` for any other, so that the page redirects nowhere else.
   */
  readonly logoutTarget: (address: URL) => string | undefined
}

/** An authentication session, as the login page sees it. */
export interface LoginSession {
  readonly code: string
  readonly serviceProvider: { readonly id: string; readonly name: string }
  readonly mvpd: { readonly id: string; readonly displayName: string; readonly logoUrl: string }
  /** Where the user agent ends. */
  readonly redirectUrl: string
  /** `expired` also when a newer code of the same device superseded it. */
  readonly state: "waiting" | "signedIn" | "declined" | "expired"
}

/** A viewer to choose from. */
export interface LoginViewer {
  /** Value for `signIn`. */
  readonly id: string
  readonly name: string
}

/** What came of signing in or declining. */
export type LoginOutcome =
  | { readonly _tag: "Redirect"; readonly redirectUrl: string }
  /** The session cannot be completed any more. */
  | { readonly _tag: "SessionUnavailable"; readonly reason: "unknown" | "expired" | "incomplete" }
  /** The MVPD does not know that viewer. */
  | { readonly _tag: "ViewerUnknown"; readonly viewer: string }
