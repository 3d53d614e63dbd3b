/**
 * The typed client of REST API V2, its types, the values of its enums, and readers that give answers one spelling.
 *
 * @module
 */
export type { components, operations, paths } from "../generated/rest-v2/types.ts"
export * from "../generated/rest-v2/open-enums.ts"
export { requiredDeviceInfoKeys } from "../generated/rest-v2/device-info.ts"
export { absoluteUrl } from "./absolute-url.ts"
export { authenticationUrl } from "./authentication-url.ts"
export { createRestV2Client, type RestV2Client } from "./create-rest-v2-client.ts"
export type { AuthenticationParameter } from "./missing-parameters.ts"
export {
  readDecisions,
  type Deny,
  type MediaToken,
  type Permit,
  type ResourceDecision,
  type Undecided
} from "./read-decisions.ts"
export { readItemFailure } from "./read-item-failure.ts"
export { readLogouts, type PendingLogout } from "./read-logouts.ts"
export { readProfiles, type AuthenticatedProfile, type MetadataValue, type UserMetadata } from "./read-profiles.ts"
export { readSession, type AuthenticationSession } from "./read-session.ts"
export { readSessionDetails, type AuthenticationSessionDetails } from "./read-session-details.ts"
export { readTimestamp, type Validity } from "./read-timestamp.ts"
export type { Schemas } from "./schemas.ts"
