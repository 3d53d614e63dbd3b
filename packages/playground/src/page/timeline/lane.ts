import type { OperationId } from "@tve-pass/testing/simulator"
import type { Exchange } from "../../host/exchange.ts"

/** Rows of the timeline, from top to bottom. */
export const lanes = [
  "Register, token",
  "Configuration",
  "Sessions",
  "Login page",
  "Profiles",
  "Decisions",
  "Logout"
] as const

export type Lane = (typeof lanes)[number]

const laneOfOperation: Readonly<Record<OperationId, Lane>> = {
  registerClient: "Register, token",
  retrieveAccessToken: "Register, token",
  retrieveConfiguration: "Configuration",
  createAuthenticationSession: "Sessions",
  resumeAuthenticationSession: "Sessions",
  retrieveAuthenticationSession: "Sessions",
  retrievePartnerAuthenticationRequest: "Sessions",
  performAuthentication: "Login page",
  retrieveProfiles: "Profiles",
  retrieveProfileForMvpd: "Profiles",
  retrieveProfileForCode: "Profiles",
  createPartnerProfile: "Profiles",
  retrievePreauthorizationDecisions: "Decisions",
  retrieveAuthorizationDecisions: "Decisions",
  initiateLogout: "Logout"
}

/** What a throttled request would have been: the simulator refuses it before it looks at the operation. */
const laneOfPath = (path: string): Lane => {
  if (path.startsWith("/o/")) return "Register, token"
  const [, , , serviceProviderOrAuthenticate = "", resource = ""] = path.split(/[/?]/)
  if (!path.startsWith("/api/v2/") || serviceProviderOrAuthenticate === "authenticate") return "Login page"
  const known: Readonly<Record<string, Lane>> = {
    configuration: "Configuration",
    profiles: "Profiles",
    decisions: "Decisions",
    logout: "Logout"
  }
  return known[resource] ?? "Sessions"
}

/** Returns the row of an exchange. */
export const laneOf = ({ operation, path }: Pick<Exchange, "operation" | "path">): Lane =>
  operation === undefined ? laneOfPath(path) : laneOfOperation[operation]
