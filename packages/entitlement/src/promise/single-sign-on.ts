/**
 * Single sign-on by service token, platform identity and partner framework: the options, for promises and Effect, and
 * the sign-in with a partner, for promises.
 *
 * @module
 */
import { invalid } from "../options/resolve-options.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { PartnerSignInResult } from "../sign-in/partner-sign-in-result.ts"
import { makePartnerHeaders } from "../single-sign-on/partner-headers.ts"
import { makeSignInWithPartner } from "../single-sign-on/sign-in-with-partner.ts"
import type {
  PartnerFramework,
  PartnerFrameworkPort,
  SingleSignOn,
  SingleSignOnTokens
} from "../single-sign-on/single-sign-on.ts"
import { makeTokenHeaders } from "../single-sign-on/token-headers.ts"
import type { Entitlement } from "./entitlement.ts"
import { connectionOf } from "./entitlement-connection.ts"

export type { PartnerSignInResult } from "../sign-in/partner-sign-in-result.ts"
export type {
  PartnerFramework,
  PartnerFrameworkPort,
  SingleSignOn,
  SingleSignOnTokens
} from "../single-sign-on/single-sign-on.ts"

/**
 * Creates the option `singleSignOn`. Pass a function, not a value: each request that documents the header calls it for a fresh
 * token (M-SSO-1).
 *
 * Source: docs/protocol/flows.md, section 12.
 *
 * @throws EntitlementError with reason `InvalidConfiguration` without one function
 * @example
 * ```ts
 * const entitlement = createEntitlement({ ...options, singleSignOn: singleSignOn({ serviceToken }) })
 * ```
 */
export const singleSignOn = (tokens: SingleSignOnTokens): SingleSignOn => {
  if (typeof (tokens.serviceToken ?? tokens.platformIdentity) !== "function") {
    throw invalid("singleSignOn", "pass a function serviceToken or platformIdentity")
  }
  return { makeHeaders: (parts) => makeTokenHeaders(tokens, parts) }
}

/**
 * Creates the option `partnerFramework` over the native module of an application.
 *
 * Source: docs/protocol/flows.md, section 15.
 *
 * @example
 * ```ts
 * const entitlement = createEntitlement({
 *   ...options,
 *   partnerFramework: partnerFramework({ partner: "Apple", status, authenticate })
 * })
 * ```
 */
export const partnerFramework = (port: PartnerFrameworkPort): PartnerFramework => ({
  port,
  makeHeaders: (parts) => makePartnerHeaders(port, parts)
})

/**
 * Signs in with the partner framework of the platform. If the framework or the server does not allow it, resolves to
 * `sign-in-otherwise`, with the MVPD if the framework names it. An aborted signal ends it with `cancelled`.
 *
 * Source: docs/protocol/flows.md, section 15.
 *
 * @example
 * ```ts
 * const result = await signInWithPartner(entitlement)
 * if (result.kind === "sign-in-otherwise") showPicker(result.mvpd)
 * ```
 */
export const signInWithPartner = (
  entitlement: Entitlement,
  { signal }: Cancellable = {}
): Promise<PartnerSignInResult> => {
  const { context, mvpds, runSignIn } = connectionOf(entitlement)
  return runSignIn(makeSignInWithPartner(context, mvpds), signal)
}
