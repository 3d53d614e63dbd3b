import type { AuthorizedTransport, StoreSource } from "@tve-pass/auth"
import type { AdobePass } from "@tve-pass/auth/promise"
import type { PartnerFramework, SingleSignOn } from "../single-sign-on/single-sign-on.ts"

/** An authorized connection: `createAdobePass`, or a device of `createDevicePool`. */
export type EntitlementTransport = AuthorizedTransport & Partial<Pick<AdobePass, "on">>

/** Options of the flows of one viewer's application. */
export interface EntitlementOptions {
  /** The authorized connection that sends the requests. */
  readonly pass: EntitlementTransport
  /** Identifier of the channel, for example `REF30`. */
  readonly serviceProvider: string
  /**
   * One of the service provider's registered domains (`requestor.domains` of the configuration). Sent with
   * `redirectUrl` in every session (M-AUTHN-9).
   */
  readonly domainName: string
  /** Absolute URL at which the user agent ends after the login. */
  readonly redirectUrl: string
  /**
   * Keeps the selected MVPD, the profile and an unfinished sign-in. With Web Storage, all tabs of the origin share
   * them; pass it as a function, `() => localStorage`.
   *
   * Default: memory, for tests and short-lived programs.
   */
  readonly storage?: StoreSource | undefined
  /**
   * Separates records when several application instances share one storage.
   *
   * Default: one instance for each origin of Adobe Pass and service provider.
   */
  readonly instanceId?: string | undefined
  /**
   * Which of several profiles `start` uses: the one that ends last (`longest`, the default), the first, or the viewer's
   * choice (`ask`).
   */
  readonly profileChoice?: "longest" | "first" | "ask" | undefined
  /** Resources in one preauthorization call, as configured for the service provider. Default: 5. */
  readonly preauthorizeLimit?: number | undefined
  /**
   * Ids of MVPDs whose profile attributes an authorization may change, such as `householdID` of Charter. After a permit
   * of such an MVPD, the profile is read again in the background (M-AUTHN-8). Default: none.
   */
  readonly refreshAfterAuthorize?: ReadonlyArray<string> | undefined
  /** Ids of test and development MVPDs, which the configuration does not mark. `mvpds` omits them. */
  readonly testMvpds?: ReadonlyArray<string> | undefined
  /** Milliseconds for which the list of MVPDs is cached. Default: 180,000 (3 minutes). */
  readonly configurationTimeToLive?: number | undefined
  /** Milliseconds between the starts of two polls, at least 3,000 (M-AUTHN-6). Default: 5,000. */
  readonly pollInterval?: number | undefined
  /** Single sign-on by platform identity or by service token: `singleSignOn` of `@tve-pass/entitlement/single-sign-on`. */
  readonly singleSignOn?: SingleSignOn | undefined
  /**
   * The partner framework of the platform, such as Apple's Video Subscriber Account: `partnerFramework` of
   * `@tve-pass/entitlement/single-sign-on`.
   */
  readonly partnerFramework?: PartnerFramework | undefined
  /** Returns the Experience Cloud ID of the visitor, for Adobe's reports. */
  readonly visitorIdentifier?: (() => string | undefined) | undefined
  /**
   * Calls the listener when the device wakes or the application returns to the foreground, and returns a function that
   * removes the listener. A running sign-in then polls immediately, but at least 3 s after the last poll. On React
   * Native, pass a function over `AppState`.
   *
   * Default: the events `visibilitychange`, `pageshow` and `online` of the page, if there is one.
   */
  readonly wake?: ((listener: () => void) => () => void) | undefined
}
