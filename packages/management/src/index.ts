/**
 * The management APIs of Adobe Pass Authentication, for Node. For backends and operators, never for viewers'
 * applications: the access token can reset every trial.
 *
 * @module
 */
export { createManagementAccess, type ManagementAccess, type ManagementAccessOptions } from "@tve-pass/auth/management"
export {
  ManagementError,
  type Cancellable,
  type ManagementErrorReason,
  type ManagementOperation,
  type ManagementRequest,
  type ManagementTransport
} from "./request/index.ts"
