import { accessToken, registered, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const logoutInteractive = {
  name: "logout-interactive",
  description: "Cablevision has a logout endpoint: the application opens its address in a user agent.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => signedInBefore(simulator, "Cablevision"),
  steps: [accessToken, step("initiateLogout", 200, "Cablevision logout"), step("retrieveProfiles", 200, "no profile")]
} as const satisfies Scenario

export const logoutComplete = {
  name: "logout-complete",
  description: "Dish has no logout endpoint: nothing is left to do.",
  remembered: { ...remembered, mvpd: "Dish" },
  clients: registered,
  setup: (simulator) => signedInBefore(simulator, "Dish"),
  steps: [accessToken, step("initiateLogout", 200, "Dish complete"), step("retrieveProfiles", 200, "no profile")]
} as const satisfies Scenario

export const logoutByPartner = {
  name: "logout-by-partner",
  description: "The profile came from an Apple device: the viewer has to sign out in its settings.",
  remembered,
  clients: registered,
  steps: [
    accessToken,
    step("retrievePartnerAuthenticationRequest", 200, "partner_profile/none"),
    step("createPartnerProfile", 201, "Cablevision appleSSO"),
    step("initiateLogout", 200, "Cablevision partner_logout")
  ]
} as const satisfies Scenario

export const logoutInvalid = {
  name: "logout-invalid",
  description: "There is no profile to log out of: the viewer was signed out already.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  steps: [accessToken, step("initiateLogout", 200, "Cablevision invalid")]
} as const satisfies Scenario
