import { accessToken, registered, registration, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const firstLaunch = {
  name: "first-launch",
  description:
    "An application starts for the first time: it registers, the viewer picks Cablevision, signs in and watches REF30.",
  clients: [],
  steps: [
    ...registration,
    step("retrieveProfiles", 200, "no profile"),
    step("retrieveConfiguration", 200, "configuration"),
    step("createAuthenticationSession", 200, "authenticate/none"),
    step("performAuthentication", 302, "login page"),
    step("retrieveProfileForCode", 200, "Cablevision regular"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const returningViewer = {
  name: "returning-viewer",
  description: "A viewer who signed in at Cablevision on an earlier visit comes back and watches at once.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => signedInBefore(simulator, "Cablevision"),
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "Cablevision regular"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const secondScreen = {
  name: "second-screen",
  description:
    "A television shows a code; the viewer enters it on a phone, picks Cablevision and signs in there, and the television notices.",
  remembered,
  clients: registered,
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "resume/none"),
    step("retrieveProfileForCode", 200, "no profile"),
    ...registration,
    step("retrieveAuthenticationSession", 200, "missing mvpd, domainName, redirectUrl"),
    step("resumeAuthenticationSession", 200, "authenticate/none"),
    step("performAuthentication", 302, "login page"),
    step("retrieveProfileForCode", 200, "Cablevision regular"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const severalProfiles = {
  name: "several-profiles",
  description: "The household has signed in at Cablevision and at Spectrum; the application lets the viewer choose.",
  remembered,
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    signedInBefore(simulator, "Spectrum")
  },
  steps: [
    accessToken,
    step("retrieveProfiles", 200, "Cablevision regular, Spectrum regular"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario
