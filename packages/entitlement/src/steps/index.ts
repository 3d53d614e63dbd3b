/**
 * Single calls for a backend that serves many devices. Each result is plain data. Uses no Node built-ins.
 *
 * @module
 */
export { createSteps } from "./create-steps.ts"
export type {
  CreatedSession,
  DeviceSteps,
  FoundProfiles,
  PollResult,
  Steps,
  StepsDevice,
  StepsOptions,
  ViewerAccess
} from "./steps.ts"
export { EntitlementError, type EntitlementErrorReason } from "../errors/entitlement-error.ts"
export { readProfile } from "../access/read-profile.ts"
export { PlaybackSpent, type Playback } from "../decisions/playback.ts"
export type { CatalogueDecision } from "../decisions/catalogue-decision.ts"
export type { PlaybackDecision } from "../decisions/playback-decision.ts"
export type { SelectableMvpd } from "../mvpds/mvpd.ts"
export type { SignOutStep } from "../sign-out/sign-out-step.ts"
export { toHttpProblem, viewerMessage, type HttpProblem, type ViewerMessage } from "../viewer-message/index.ts"
