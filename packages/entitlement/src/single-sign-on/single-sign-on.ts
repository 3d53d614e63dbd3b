import type { PartnerFrameworkStatus, PlatformIdentity } from "@tve-pass/client"
import type { SelectableMvpd } from "../mvpds/mvpd.ts"
import type { HeaderSource } from "./header-source.ts"

/**
 * Single sign-on by platform identity (Amazon, Roku) or by service token, one of them. Functions, not values: the token is
 * fetched for each request (M-SSO-1). A function that resolves to `undefined`, rejects, or returns a token that has
 * expired or is not signed means no single sign-on for that request, and an event `single-sign-on-unavailable`.
 */
export type SingleSignOnTokens =
  | {
      readonly platformIdentity: () => PlatformIdentity | undefined | Promise<PlatformIdentity | undefined>
      readonly serviceToken?: never
    }
  | {
      readonly serviceToken: () => string | undefined | Promise<string | undefined>
      readonly platformIdentity?: never
    }

/** The option `singleSignOn`, which the function `singleSignOn` creates. */
export interface SingleSignOn extends HeaderSource {}

/** The partner framework of the platform: a port for the native module that an application brings. */
export interface PartnerFrameworkPort {
  /** Name of the partner in requests; `Apple` is the only known one. */
  readonly partner: "Apple" | (string & {})
  /** Reads permission and provider. Shows the framework's own user interface only if `mayInterrupt`. */
  readonly status: (options: {
    readonly mayInterrupt: boolean
    /** MVPDs for the framework's picker. */
    readonly mvpds?: ReadonlyArray<SelectableMvpd>
  }) => Promise<PartnerFrameworkStatus>
  /** Passes the authentication request to the framework; `undefined` if the framework returned no metadata. */
  readonly authenticate: (request: {
    readonly authenticationRequest: string
    readonly attributeNames: ReadonlyArray<string>
  }) => Promise<{ readonly samlResponse: string; readonly status: PartnerFrameworkStatus } | undefined>
}

/** The option `partnerFramework`, which the function `partnerFramework` creates. */
export interface PartnerFramework extends HeaderSource {
  readonly port: PartnerFrameworkPort
}
