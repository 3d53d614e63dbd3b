import { accessToken, registered, remembered, signedInBefore } from "./remembered.ts"
import { step, type Scenario } from "./scenario.ts"

export const denied = {
  name: "denied",
  description:
    "The viewer's package has REF30, but not `premium`, and parental controls keep `late-night` away; Cablevision says so.",
  remembered: { ...remembered, mvpd: "Cablevision" },
  clients: registered,
  setup: (simulator) => {
    signedInBefore(simulator, "Cablevision")
    simulator.mvpd.rule("Cablevision", {
      resource: "premium",
      decision: "deny",
      details: 'Your subscription package does not include the "Premium" channel'
    })
    simulator.mvpd.rule("Cablevision", {
      resource: "late-night",
      on: "authorize",
      decision: "authorization_denied_by_parental_controls"
    })
  },
  steps: [
    accessToken,
    step(
      "retrievePreauthorizationDecisions",
      200,
      "permit mvpd, deny mvpd preauthorization_denied_by_mvpd, permit mvpd"
    ),
    step("retrieveAuthorizationDecisions", 200, "deny mvpd authorization_denied_by_mvpd"),
    step("retrieveAuthorizationDecisions", 200, "deny mvpd authorization_denied_by_parental_controls"),
    step("retrieveAuthorizationDecisions", 200, "permit mvpd")
  ]
} as const satisfies Scenario

export const tempPassUsedUp = {
  name: "temp-pass-used-up",
  description:
    "The time of the basic TempPass and the resources of the promotional one are used up; what is left is a regular MVPD.",
  remembered,
  clients: registered,
  mvpds: [
    { id: "Cablevision", displayName: "Optimum" },
    { id: "TempPass_TEST40", temporaryAccess: { type: "basic", duration: 0 } },
    { id: "flexibleTempPass", temporaryAccess: { type: "promotional", duration: 86_400, resources: 0 } }
  ],
  steps: [
    accessToken,
    step("retrieveProfileForMvpd", 403, "temporary_access_duration_limit_exceeded"),
    step("retrieveAuthorizationDecisions", 200, "deny temppass temporary_access_duration_limit_exceeded"),
    step("retrieveProfileForMvpd", 403, "temporary_access_resources_limit_exceeded"),
    step("retrieveAuthorizationDecisions", 200, "deny temppass temporary_access_resources_limit_exceeded"),
    step("createAuthenticationSession", 200, "authenticate/none")
  ]
} as const satisfies Scenario

export const throttledHousehold = {
  name: "throttled-household",
  description:
    "Two devices share one public address, and so one allowance: after the first has used it up, both get 429 until the next second.",
  throttle: { perSecond: 1, burst: 10 },
  steps: [
    step("registerClient", 201, "client credentials"),
    accessToken,
    step("retrieveConfiguration", 200, "configuration"),
    step("retrieveConfiguration", 429, "Too Many Requests"),
    step("registerClient", 429, "Too Many Requests")
  ]
} as const satisfies Scenario
