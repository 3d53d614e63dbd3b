import { accessToken, registered, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const degradedAuthnAll = {
  name: "degraded-authn-all",
  description: "Cablevision is bypassed (AuthNAll): every viewer is authenticated and authorized without signing in.",
  remembered,
  clients: registered,
  setup: (simulator) => simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" }),
  steps: [
    accessToken,
    step("createAuthenticationSession", 200, "authorize/degraded"),
    step("retrieveProfileForMvpd", 200, "Cablevision degraded"),
    step("retrieveAuthorizationDecisions", 200, "permit degradation"),
    step("initiateLogout", 200, "Cablevision complete")
  ]
} as const satisfies Scenario

export const degradedAuthzAll = {
  name: "degraded-authz-all",
  description: "Cablevision's decisions are bypassed (AuthZAll): every viewer who has signed in may watch everything.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.mvpd.rule("Cablevision", { resource: "*", decision: "deny" })
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthZAll" })
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "Cablevision regular"),
    step("retrievePreauthorizationDecisions", 200, "permit degradation"),
    step("retrieveAuthorizationDecisions", 200, "permit degradation")
  ]
} as const satisfies Scenario

export const degradedAuthzNone = {
  name: "degraded-authz-none",
  description: "Cablevision's viewers may watch nothing for now (AuthZNone); the programmer's message says why.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthZNone", message: "Back at 8 pm." })
  },
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 200, "Cablevision regular"),
    step("retrievePreauthorizationDecisions", 200, "deny degradation authorization_denied_by_degradation_rule"),
    step("retrieveAuthorizationDecisions", 200, "deny degradation authorization_denied_by_degradation_rule")
  ]
} as const satisfies Scenario
