import { platformIdentityHeader, serviceTokenHeader } from "@tve-pass/client"
import { scenarios, type Remembered } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../flow/application.ts"
import type { Environment } from "../flow/environment.ts"
import { signInThrough } from "../flow/user-agent.ts"
import { frameworkStatus, samlResponse } from "./partner-framework.ts"
import { arrivesAt, required, type Journey } from "./journey.ts"

const base64Url = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

/** A compact JWS of the same user, issued anew; it expires far beyond the clock of any test. */
const issueToken = (iss: string, jti: string): string =>
  [{ alg: "RS256" }, { iss, sub: "Jane", aud: "adobe", exp: 4_102_444_800, jti }]
    .map((part) => base64Url(JSON.stringify(part)))
    .concat(base64Url("signature"))
    .join(".")

interface SharedIdentity {
  readonly remembered: Remembered
  /** A fresh header for each call. */
  readonly header: (jti: string) => Readonly<Record<string, string>>
  readonly secondDevice: string
}

/** The viewer signs in to the first application only. */
const signInOnce = async (environment: Environment, { remembered, header, secondDevice }: SharedIdentity) => {
  const first = startApplication(environment, { remembered })
  await first.retrieveAccessToken()
  const session = required(await first.createAuthenticationSession("Cablevision", header("1")), "session")
  arrivesAt(redirectUrl, await signInThrough(environment, required(session.url, "url")))
  await first.retrieveProfileForCode(required(session.code, "code"))

  const second = startApplication(environment, { deviceIdentifier: secondDevice })
  await second.registerClient()
  await second.retrieveAccessToken()
  await second.retrieveProfiles(header("2"))
  await second.retrieveAuthorizationDecisions("Cablevision", "REF30", header("3"))
}

export const ssoByPlatformIdentity: Journey = (environment) => {
  const { remembered } = scenarios.ssoByPlatformIdentity
  return signInOnce(environment, {
    remembered,
    header: (jti) => ({ ...platformIdentityHeader({ subjectToken: issueToken("platform", jti) }) }),
    secondDevice: remembered.deviceIdentifier
  })
}

export const ssoByServiceToken: Journey = (environment) =>
  signInOnce(environment, {
    remembered: scenarios.ssoByServiceToken.remembered,
    header: (jti) => serviceTokenHeader(issueToken("programmer", jti)),
    secondDevice: "tablet"
  })

export const ssoByPartner: Journey = async (environment) => {
  const appleTv = startApplication(environment, scenarios.ssoByPartner)
  await appleTv.retrieveAccessToken()
  await appleTv.retrieveProfiles(frameworkStatus)
  await appleTv.retrievePartnerAuthenticationRequest(frameworkStatus)
  await appleTv.createPartnerProfile(frameworkStatus, samlResponse)
  await appleTv.retrieveAuthorizationDecisions("Cablevision", "REF30", frameworkStatus)
}
