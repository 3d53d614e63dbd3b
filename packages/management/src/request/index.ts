export {
  invalidRequest,
  ManagementError,
  type ManagementErrorReason,
  type ManagementOperation
} from "./management-error.ts"
export { readBody, send, type ManagementRequest, type ManagementTransport } from "./management-transport.ts"
export { runToPromise, type Cancellable } from "./run-to-promise.ts"
