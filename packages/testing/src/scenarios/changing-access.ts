import { accessToken, registered, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const tempPassEnds = {
  name: "temp-pass-ends",
  description:
    "The basic TempPass ends while the viewer watches: the next decision is a denial, and no new pass starts.",
  remembered: { ...remembered, mvpd: "TempPass_TEST40" },
  clients: registered,
  setup: (simulator) => {
    const ended = simulator.journal.onCall(({ operation }) => {
      if (operation !== "retrieveAuthorizationDecisions") return
      ended()
      const { deviceIdentifier } = remembered
      queueMicrotask(() => simulator.exhaustTemporaryAccess({ mvpd: "TempPass_TEST40", deviceIdentifier }))
    })
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "TempPass_TEST40 temporary"),
    step("retrieveAuthorizationDecisions", 200, "permit temppass"),
    step("retrieveProfileForMvpd", 403, "temporary_access_duration_limit_exceeded"),
    step("retrieveAuthorizationDecisions", 200, "deny temppass temporary_access_duration_limit_exceeded")
  ]
} as const satisfies Scenario

export const expiredProfile = {
  name: "expired-profile",
  description: "The viewer's profile has expired since the last visit: decisions ask for a new sign-in.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.expireProfiles()
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "no profile"),
    step("retrieveAuthorizationDecisions", 200, "deny mvpd authenticated_profile_expired")
  ]
} as const satisfies Scenario

export const invalidatedProfile = {
  name: "invalidated-profile",
  description: "Cablevision has taken the viewer's profile back, for example after a change of the password.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.invalidateProfiles()
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "no profile"),
    step("retrieveAuthorizationDecisions", 200, "deny mvpd authenticated_profile_invalidated")
  ]
} as const satisfies Scenario

export const invalidIntegration = {
  name: "invalid-integration",
  description:
    "The channel has ended its integration with Cablevision, which the application remembers; Spectrum is left.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.disableIntegration({ mvpd: "Cablevision" })
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 400, "invalid_integration"),
    step("createAuthenticationSession", 400, "invalid_integration"),
    step("retrieveAuthorizationDecisions", 400, "invalid_integration"),
    step("retrieveProfiles", 200, "no profile"),
    step("createAuthenticationSession", 200, "authenticate/none")
  ]
} as const satisfies Scenario

export const tooManyResources = {
  name: "too-many-resources",
  description:
    "Adobe Pass preauthorizes two resources at once, not five: each decision of a larger request is an error.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  preauthorizeLimit: 2,
  setup: (simulator) => signedInBefore(simulator, "Cablevision"),
  steps: [
    accessToken,
    step(
      "retrievePreauthorizationDecisions",
      200,
      "deny mvpd too_many_resources, deny mvpd too_many_resources, deny mvpd too_many_resources"
    ),
    step("retrievePreauthorizationDecisions", 200, "permit mvpd, permit mvpd")
  ]
} as const satisfies Scenario

export const undecided = {
  name: "undecided",
  description: "Decisions are missing from responses, as from servers before 3.9.0: none of them is a permit.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.faults.next("retrievePreauthorizationDecisions", { missingDecisions: "last" })
    simulator.faults.next("retrieveAuthorizationDecisions", { missingDecisions: "decisions" })
  },
  steps: [
    accessToken,
    step("retrievePreauthorizationDecisions", 200, "permit mvpd, undecided"),
    step("retrieveAuthorizationDecisions", 200, "undecided"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario
