/**
 * The viewer's flows with promises: `createEntitlement`.
 *
 * @module
 */
export { createEntitlement } from "./create-entitlement.ts"
export type { Entitlement, OpenUserAgent } from "./entitlement.ts"
export * from "../public-types.ts"
export { EntitlementError, type EntitlementErrorReason } from "../errors/entitlement-error.ts"
export { readProfile } from "../access/read-profile.ts"
export { PlaybackSpent } from "../decisions/playback.ts"
export {
  toHttpProblem,
  viewerMessage,
  type HttpProblem,
  type ProblemDetails,
  type ViewerMessage,
  type ViewerMessageKind,
  type ViewerMessageLog
} from "../viewer-message/index.ts"
