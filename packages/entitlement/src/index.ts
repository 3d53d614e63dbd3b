/**
 * The viewer's flows with Effect. Without Effect: `@tve-pass/entitlement/promise`.
 *
 * One folder for each concept:
 *
 * - `options`, `errors`, `events`: options, failures, and events for logs
 * - `context`: the argument of every flow
 * - `machine`, `state`: the viewer's state, as a pure function and as a store
 * - `storage`: records that last between visits
 * - `access`, `mvpds`, `start-up`, `sign-in`, `single-sign-on`: the flows up to a profile
 * - `decisions`, `temporary-access`, `sign-out`, `viewer-message`: the flows from a profile on
 * - `second-screen`, `steps`: entry points for a phone page and for a programmer's backend
 * - `promise`, `service`: the promise facade and the Effect service
 *
 * @module
 */
export { Entitlement, entitlementLayer, type EntitlementLayerOptions } from "./service/entitlement.ts"
export * from "./public-types.ts"
export { EntitlementError, type EntitlementErrorReason } from "./errors/entitlement-error.ts"
export { readProfile } from "./access/read-profile.ts"
export { PlaybackSpent } from "./decisions/playback.ts"
export { redeemPlayback } from "./decisions/redeem-playback.ts"
export type { TemporaryAccess } from "./temporary-access/temporary-access.ts"
export {
  toHttpProblem,
  viewerMessage,
  type HttpProblem,
  type ProblemDetails,
  type ViewerMessage,
  type ViewerMessageKind,
  type ViewerMessageLog
} from "./viewer-message/index.ts"
