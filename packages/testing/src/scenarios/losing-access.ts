import { accessToken, registered, registration, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const expiredTokenMidFlight = {
  name: "expired-token-mid-flight",
  description:
    "The access token stops being accepted after its first use; the application gets another and repeats the call, once.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    const stop = simulator.journal.onCall(({ operation, status }) => {
      if (operation === "registerClient" || operation === "retrieveAccessToken" || status !== 200) return
      stop()
      simulator.revokeTokens()
    })
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "Cablevision regular"),
    step("retrieveAuthorizationDecisions", 401, "no body"),
    accessToken,
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const revokedClient = {
  name: "revoked-client",
  description:
    "The credentials that the application kept are not valid any more; it registers again, and the viewer's profile is lost.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.revokeClient(remembered.clientId)
  },
  steps: [
    step("retrieveAccessToken", 400, "invalid_client"),
    ...registration,
    step("retrieveProfileForMvpd", 200, "no profile"),
    step("createAuthenticationSession", 200, "authenticate/none")
  ]
} as const satisfies Scenario

export const codeExpired = {
  name: "code-expired",
  description:
    "The viewer is too slow: the first code expires at the second poll; the application shows another, and the viewer signs in.",
  remembered,
  clients: registered,
  setup: (simulator) => {
    let polls = 0
    const stop = simulator.journal.onCall(({ operation, pathParameters }) => {
      if (operation !== "retrieveProfileForCode") return
      polls += 1
      if (polls < 2) return
      stop()
      simulator.expireSession(pathParameters["code"] ?? "")
    })
  },
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "authenticate/none"),
    step("retrieveProfileForCode", 200, "no profile"),
    step("retrieveProfileForCode", 400, "invalid_authentication_session"),
    step("createAuthenticationSession", 200, "authenticate/none"),
    step("performAuthentication", 302, "login page"),
    step("retrieveProfileForCode", 200, "Cablevision regular")
  ]
} as const satisfies Scenario
