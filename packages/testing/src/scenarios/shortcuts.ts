import { accessToken, registered, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const alreadySignedIn = {
  name: "already-signed-in",
  description:
    "The application has forgotten that the viewer is signed in at Cablevision; the session says so, and no login follows.",
  remembered,
  clients: registered,
  setup: (simulator) => signedInBefore(simulator, "Cablevision"),
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "authorize/authenticated"),
    step("retrieveProfileForMvpd", 200, "Cablevision regular"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const tempPassOffered = {
  name: "temp-pass-offered",
  description:
    "The viewer takes the basic TempPass of three minutes: the session needs no login, and the first play starts it.",
  remembered,
  clients: registered,
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "authorize/temporary"),
    step("retrieveProfileForMvpd", 200, "TempPass_TEST40 temporary"),
    step("retrieveAuthorizationDecisions", 200, "permit temppass")
  ]
} as const satisfies Scenario

export const partnerFallback = {
  name: "partner-fallback",
  description:
    "The viewer of an Apple device does not allow access to the TV provider: the partner session falls back to a code.",
  remembered,
  clients: registered,
  steps: [accessToken, step("retrievePartnerAuthenticationRequest", 200, "authenticate/pfs_fallback")]
} as const satisfies Scenario

export const unknownSessionAction = {
  name: "unknown-session-action",
  description: "A later version of Adobe Pass wants an action that the application does not know (`actionName`).",
  remembered,
  clients: registered,
  setup: (simulator) => simulator.faults.next("createAuthenticationSession", { unknownValue: "actionName" }),
  steps: [accessToken, step("createAuthenticationSession", 200, "a_value_from_the_future/none")]
} as const satisfies Scenario

export const declinedSignIn = {
  name: "declined-sign-in",
  description: "The viewer declines on Cablevision's login page; the code stays valid, and polling finds no profile.",
  remembered,
  clients: registered,
  setup: (simulator) => {
    const ended = simulator.journal.onCall(({ operation, status }) => {
      if (operation !== "createAuthenticationSession" || status !== 200) return
      ended()
      // A session without an MVPD has no login page.
      queueMicrotask(() => {
        for (const { code, mvpd } of simulator.sessions()) if (mvpd !== undefined) simulator.mvpd.decline(code)
      })
    })
  },
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "authenticate/none"),
    step("retrieveProfileForCode", 200, "no profile")
  ]
} as const satisfies Scenario
