import type { AuthErrorReason } from "./auth-error-reason.ts"
import type { RetryAdvice } from "./retry-advice.ts"

const never: RetryAdvice = { _tag: "Never" }
const afterUserAction: RetryAdvice = { _tag: "AfterUserAction" }
const soon: RetryAdvice = { _tag: "AfterDelay", milliseconds: 1_000 }
// A server that keeps failing is not helped by every device asking again within the second.
const later: RetryAdvice = { _tag: "AfterDelay", milliseconds: 10_000 }

/** Whether trying again can help, decided by the reason alone. */
export const reasonRetry = (reason: AuthErrorReason): RetryAdvice => {
  switch (reason._tag) {
    case "InvalidConfiguration":
    case "StatementRejected":
    case "ClientNotAllowed":
    case "ForeignOrigin":
      return never
    case "ClientRejected":
    case "AccessTokenRejected":
    case "StoreCorrupted":
    case "StoreUnavailable":
      return afterUserAction
    case "RegistrationFailed":
    case "TokenFailed":
      return reason.status < 500 ? never : later
    case "RegistrationGuarded":
      return { _tag: "AtTime", epochMilliseconds: reason.until }
    case "Throttled":
      return { _tag: "AtTime", epochMilliseconds: reason.retryAt }
    case "LockTimeout":
    case "Transport":
      return soon
    case "MalformedResponse":
    case "DeadlineExceeded":
      return later
  }
}
