/**
 * The parts that Dynamic Client Registration and REST API V2 share: origins, headers, failures, `narrow` and `unwrap`
 * for results, `match` for open enums, and `sha256`.
 *
 * @module
 */
export type { ApiClient, ApiResult } from "./api-client/api-client.ts"
export type { ClientOptions, Destination } from "./api-client/client-options.ts"
export { InvalidRequestError } from "./api-client/invalid-request-error.ts"
export type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "./failure/failure.ts"
export { readFailure, readFailureAsSent } from "./failure/read-failure.ts"
export { deviceIdentifierHeader } from "./headers/device-identifier.ts"
export { deviceInfoHeader, type DeviceInfo } from "./headers/device-info.ts"
export { forwardedForHeader } from "./headers/forwarded-for.ts"
export { InvalidHeaderError } from "./headers/invalid-header-error.ts"
export {
  partnerFrameworkStatusHeader,
  type PartnerFrameworkProviderInfo,
  type PartnerFrameworkStatus
} from "./headers/partner-framework-status.ts"
export {
  platformIdentityHeader,
  serviceTokenHeader,
  type PlatformIdentity,
  type PlatformIdentityHeader
} from "./headers/single-sign-on.ts"
export { temporaryAccessIdentityHeader, type TemporaryAccessIdentity } from "./headers/temporary-access-identity.ts"
export { visitorIdentifierHeader } from "./headers/visitor-identifier.ts"
export {
  narrow,
  type DocumentedFailure,
  type Malformed,
  type NarrowableResult,
  type Narrowed,
  type Success,
  type Undocumented
} from "./narrow/narrow.ts"
export { ApiFailure, unwrap, type SuccessData } from "./narrow/unwrap.ts"
export { match, type Known } from "./open-enum/match.ts"
export {
  environments,
  InvalidOriginError,
  managementEnvironments,
  resolveOrigin,
  type EnvironmentName,
  type OriginOptions
} from "./origin/resolve-origin.ts"
export { retryAfterMillis } from "./response/retry-after.ts"
export { sha256 } from "./sha256.ts"
