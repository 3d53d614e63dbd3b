import { accessToken, registered, registration, remembered } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

/** One application signs in; another application with the same identity need not. */
const sharedAuthentication = (profile: string) => [
  accessToken,
  step("createAuthenticationSession", 200, "authenticate/none"),
  step("performAuthentication", 302, "login page"),
  step("retrieveProfileForCode", 200, "Cablevision regular"),
  ...registration,
  step("retrieveProfiles", 200, profile),
  step("retrieveAuthorizationDecisions", 200, "permit mvpd")
]

export const ssoByPlatformIdentity = {
  name: "sso-by-platform-identity",
  description:
    "Two applications on one device send the platform's identity (Adobe-Subject-Token): signing in to the first is enough.",
  remembered,
  clients: registered,
  steps: sharedAuthentication("Cablevision platformSSO")
} as const satisfies Scenario

export const ssoByServiceToken = {
  name: "sso-by-service-token",
  description:
    "Two devices of one user send the programmer's service token (AD-Service-Token): signing in on the first is enough.",
  remembered,
  clients: registered,
  steps: sharedAuthentication("Cablevision serviceTokenSSO")
} as const satisfies Scenario

export const ssoByPartner = {
  name: "sso-by-partner",
  description:
    "The viewer signed in to the TV provider in the settings of an Apple device; the partner framework vouches for that.",
  remembered,
  clients: registered,
  steps: [
    accessToken,
    step("retrieveProfiles", 200, "no profile"),
    step("retrievePartnerAuthenticationRequest", 200, "partner_profile/none"),
    step("createPartnerProfile", 201, "Cablevision appleSSO"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario
