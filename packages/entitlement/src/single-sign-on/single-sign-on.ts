import type { PartnerFrameworkStatus, PlatformIdentity } from "@tve-pass/client"
import type { SelectableMvpd } from "../mvpds/mvpd.ts"
import type { HeaderSource } from "./header-source.ts"

/**
 * Single sign-on by platform identity (Amazon, Roku) or by service token; pass one of them. Each is a function that is
 * called for each request (M-SSO-1). If it resolves to `undefined`, rejects, or returns an expired or unsigned token,
 * the request is sent without single sign-on, and the event `single-sign-on-unavailable` is raised.
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

/** The partner framework of the platform, which the application implements over a native module. */
export interface PartnerFrameworkPort {
  /** Name of the partner in requests; `Apple` is the only known one. */
  readonly partner: "Apple" | (string & {})
  /** Reads permission and provider. Shows the framework's user interface only if `mayInterrupt` is `true`. */
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
