export type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "./failure.ts"
export { readFailure } from "./read-failure.ts"
export { readFailureAsSent } from "./read-failure-as-sent.ts"
export { retryAfterMillis } from "./retry-after.ts"
