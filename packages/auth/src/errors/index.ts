export { AuthError, failWith, hideEffectMembers, type AuthErrorCode, type AuthErrorOptions } from "./auth-error.ts"
export type * from "./auth-error-reason.ts"
export { isFinalRefusal, type RetryAdvice } from "./summarize-reason.ts"
export { describeUnderlyingError, type UnderlyingError } from "./underlying-error.ts"
