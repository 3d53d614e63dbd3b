export { AuthError, failWith, type AuthErrorCode, type AuthErrorOptions } from "./auth-error.ts"
export type * from "./auth-error-reason.ts"
export type { RetryAdvice } from "./retry-advice.ts"
export { describeUnderlyingError, type UnderlyingError } from "./underlying-error.ts"
