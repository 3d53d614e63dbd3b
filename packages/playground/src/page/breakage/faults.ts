import type { Fault, FaultTarget } from "@tve-pass/testing/simulator"
import type { FaultyCalls } from "../../host/playground-command.ts"

/** A fault that a person can select. */
export interface FaultChoice {
  readonly name: string
  readonly fault: Fault
  /** The operations that it makes sense for; all if absent. */
  readonly only?: ReadonlyArray<FaultTarget>
}

const dcr: ReadonlyArray<FaultTarget> = ["registerClient", "retrieveAccessToken"]
const decisions: ReadonlyArray<FaultTarget> = ["retrieveAuthorizationDecisions", "retrievePreauthorizationDecisions"]

/** The faults of the simulator, one of each kind at least. */
export const faultChoices: ReadonlyArray<FaultChoice> = [
  { name: "401, token refused", fault: { status: 401 } },
  { name: "403, gateway page", fault: { status: 403, html: true } },
  { name: "429, throttled", fault: { status: 429 } },
  { name: "500", fault: { status: 500 } },
  { name: "503, out of service", fault: { status: 503 } },
  { name: "connection breaks", fault: { reset: true } },
  { name: "connection breaks, request performed", fault: { reset: true, processed: true } },
  { name: "no response", fault: { hang: true } },
  { name: "late by 4 s", fault: { delay: 4_000 } },
  { name: "body cut in half", fault: { truncate: true } },
  { name: "slow body", fault: { slowBody: { bytes: 40, everyMilliseconds: 200 } } },
  { name: "wrong Content-Type", fault: { contentType: "text/html" } },
  { name: "members of a later version", fault: { extraMembers: true } },
  { name: "server clock 1 h ahead", fault: { clockSkew: 3_600_000 } },
  {
    name: "unknown actionName",
    fault: { unknownValue: "actionName" },
    only: ["createAuthenticationSession", "resumeAuthenticationSession", "initiateLogout"]
  },
  { name: "invalid_client", fault: { error: "invalid_client" }, only: dcr },
  { name: "network_connection_timeout", fault: { enhancedError: "network_connection_timeout" }, only: decisions },
  { name: "decisions missing", fault: { missingDecisions: "decisions" }, only: decisions },
  { name: "last decision missing", fault: { missingDecisions: "last" }, only: decisions }
]

/** Which calls a person can select, by the words for them. */
export const faultyCalls: Readonly<Record<string, FaultyCalls>> = {
  once: { next: 1 },
  "2 times": { next: 2 },
  "3 times": { next: 3 },
  "10 times": { next: 10 },
  "2nd call": { nth: 2 },
  "3rd call": { nth: 3 },
  "5th call": { nth: 5 },
  "10 % of calls": { probability: 0.1 },
  "half of calls": { probability: 0.5 },
  "every call": { probability: 1 }
}

/** Returns the faults for an operation. */
export const faultsFor = (operation: FaultTarget): ReadonlyArray<FaultChoice> =>
  faultChoices.filter(({ only }) => only === undefined || only.includes(operation))

/** Operations that a fault can be scripted for. */
export const faultTargets: ReadonlyArray<FaultTarget> = [
  "*",
  "registerClient",
  "retrieveAccessToken",
  "retrieveConfiguration",
  "createAuthenticationSession",
  "resumeAuthenticationSession",
  "retrieveAuthenticationSession",
  "performAuthentication",
  "retrieveProfiles",
  "retrieveProfileForMvpd",
  "retrieveProfileForCode",
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions",
  "initiateLogout",
  "retrievePartnerAuthenticationRequest",
  "createPartnerProfile"
]
