/**
 * The management APIs of Adobe Pass Authentication, for Node. A backend or a person calls them, never an application of a
 * viewer: their access token can wipe every trial.
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
