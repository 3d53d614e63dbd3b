/**
 * The typed client of REST API V2, its types, the values of its enums, and readers that return responses in one form.
 *
 * @module
 */
export type { components, operations, paths } from "../generated/rest-v2/types.ts"
export * from "../generated/rest-v2/open-enums.ts"
export { requiredDeviceInfoKeys } from "../generated/rest-v2/device-info.ts"
export { createRestV2Client, type AuthorizedRestV2Client, type RestV2Client } from "./create-rest-v2-client.ts"
export type { MalformedEntry, ReportMalformed } from "./malformed-entry.ts"
export {
  readDecisions,
  readItemFailure,
  type Deny,
  type MediaToken,
  type Permit,
  type ResourceDecision,
  type Undecided
} from "./read-decisions.ts"
export { readLogouts, type PendingLogout } from "./read-logouts.ts"
export { readProfiles, type AuthenticatedProfile, type MetadataValue, type UserMetadata } from "./read-profiles.ts"
export {
  readSession,
  readSessionDetails,
  type AuthenticationParameter,
  type AuthenticationSession,
  type AuthenticationSessionDetails
} from "./read-session.ts"
export { readTimestamp, type Validity } from "./read-timestamp.ts"
export type { Schemas } from "./schemas.ts"
export { absoluteUrl, authenticationUrl, type CalledServer } from "./urls.ts"
