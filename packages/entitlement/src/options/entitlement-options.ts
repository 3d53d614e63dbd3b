import type { AuthorizedTransport, StoreSource } from "@tve-pass/auth"
import type { AdobePass } from "@tve-pass/auth/promise"
import type { PartnerFramework, SingleSignOn } from "../single-sign-on/single-sign-on.ts"

/** An authorized connection: `createAdobePass`, or a device of `createDevicePool`. */
export type EntitlementTransport = AuthorizedTransport & Partial<Pick<AdobePass, "on">>

/** What the flows of one viewer's application need. */
export interface EntitlementOptions {
  /** The authorized connection that sends the requests. */
  readonly pass: EntitlementTransport
  /** Identifier of the channel, for example `REF30`. */
  readonly serviceProvider: string
  /** One of the service provider's registered domains. Sent with every session, with `redirectUrl` (M-AUTHN-9). */
  readonly domainName: string
  /** Absolute URL at which the user agent ends after the login. */
  readonly redirectUrl: string
  /**
   * Where the selected MVPD, the profile and an unfinished sign-in are kept. With Web Storage (best as a function:
   * `() => localStorage`) all tabs of the origin share them.
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
  /** Which of several profiles `start` uses: the one that lasts longest (the default), the first, or the viewer's choice. */
  readonly profileChoice?: "longest" | "first" | "ask" | undefined
  /** Resources in one preauthorization call, as configured for the service provider. Default: 5. */
  readonly preauthorizeLimit?: number | undefined
  /**
   * Ids of the MVPDs whose profile attributes an authorization may change, such as `householdID` of Charter: after a permit
   * the profile is read again in the background (M-AUTHN-8). Default: none.
   */
  readonly refreshAfterAuthorize?: ReadonlyArray<string> | undefined
  /** Identifiers of test and development MVPDs, which the configuration does not mark: `mvpds` leaves them out. */
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
   * Calls the listener when the device or the application is back: a running sign-in then polls at once, but never within
   * 3 s of the last poll. React Native passes `AppState`. Returns how to stop.
   *
   * Default: `visibilitychange`, `pageshow` and `online` where they exist.
   */
  readonly wake?: ((listener: () => void) => () => void) | undefined
}
