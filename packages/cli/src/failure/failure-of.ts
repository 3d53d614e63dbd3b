import { AuthError } from "@tve-pass/auth/promise"
import type { Failure } from "@tve-pass/client"
import { EntitlementError } from "@tve-pass/entitlement/steps"
import { CommandFailure, type Ending } from "./command-failure.ts"

/** Converts any rejection of a call to the failure of a command. */
export const failureOfThrown = (thrown: unknown): CommandFailure => {
  if (thrown instanceof CommandFailure) return thrown
  if (thrown instanceof AuthError) return failureOfAuthError(thrown)
  if (thrown instanceof EntitlementError) return failureOfEntitlementError(thrown)
  const { name, code, cause } = propertiesOf(thrown)
  const systemCode = wellKnown(code) ?? wellKnown(propertiesOf(cause).code)
  if (name === "InvalidHeaderError" || name === "InvalidOriginError") {
    return new CommandFailure({ ending: "usage", code: "usage", message: String(propertiesOf(thrown).message) })
  }
  if (name === "TypeError") {
    return new CommandFailure({
      ending: "failed",
      code: "network",
      message: `No response arrived${systemCode === undefined ? "" : ` (${systemCode})`}.`,
      hint: "Check the network, and the origin with `tve-pass config`."
    })
  }
  // The message of an unknown error may quote a request that contains a secret.
  const kind = typeof name === "string" && /^[A-Za-z]{1,40}$/.test(name) ? name : "Error"
  return new CommandFailure({
    ending: "failed",
    code: systemCode ?? "unexpected",
    message: `Something unexpected happened (${kind}${systemCode === undefined ? "" : ` ${systemCode}`}).`
  })
}

const propertiesOf = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null
    ? // Boundary: properties of an unknown error are read as `unknown`.
      (value as { readonly [key: string]: unknown })
    : {}

const wellKnown = (code: unknown): string | undefined =>
  typeof code === "string" && /^(?:E[A-Z\d]{2,20}|(?:UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE)_[A-Z\d_]{1,60})$/.test(code)
    ? code
    : undefined

const failureOfAuthError = (error: AuthError): CommandFailure => {
  const { reason, retry } = error
  return new CommandFailure({
    ending: endingOf(reason),
    code: error.code,
    message: error.message,
    ...("status" in reason ? { httpStatus: reason.status } : {}),
    ...(retry._tag === "AfterDelay" ? { retryAfter: retry.milliseconds } : {}),
    ...(reason._tag === "Throttled" || reason._tag === "RegistrationGuarded"
      ? { retryAfter: Math.max(0, ("until" in reason ? reason.until : reason.retryAt) - Date.now()) }
      : {})
  })
}

const failureOfEntitlementError = ({ reason, code, message }: EntitlementError): CommandFailure => {
  switch (reason._tag) {
    case "Refused":
      return failureOfResponse(reason.failure)
    case "Auth":
      return failureOfAuthError(reason.error)
    case "InvalidConfiguration":
      return new CommandFailure({
        ending: "usage",
        code: "usage",
        message: `The setting ${reason.option} is wrong: ${reason.problem}.`
      })
    default:
      return new CommandFailure({ ending: "failed", code, message })
  }
}

const endingOf = (reason: AuthError["reason"]): Exclude<Ending, "done"> => {
  switch (reason._tag) {
    case "InvalidConfiguration":
    case "ForeignOrigin":
      return "usage"
    case "StatementRejected":
    case "ClientRejected":
    case "ClientNotAllowed":
    case "AccessTokenRejected":
      return "refused"
    case "RegistrationFailed":
    case "TokenFailed":
      return reason.status < 500 ? "refused" : "failed"
    case "Throttled":
      return "throttled"
    default:
      return "failed"
  }
}

/** Converts an unsuccessful response to the failure of a command. */
export const failureOfResponse = (failure: Failure): CommandFailure => {
  const { httpStatus } = failure
  switch (failure._tag) {
    case "EnhancedError":
      return new CommandFailure({
        ending: failure.action === "authentication" || failure.code in endedCodes ? "signInNeeded" : "refused",
        code: failure.code,
        message: failure.details ?? failure.message ?? failure.reaction ?? "Adobe Pass refused the call.",
        action: failure.action,
        httpStatus,
        trace: failure.trace,
        hint: hints[failure.code] ?? failure.reaction
      })
    case "DcrError":
      return new CommandFailure({
        ending: "refused",
        code: failure.code,
        message: "Adobe Pass refused the call.",
        httpStatus
      })
    case "Throttled":
      return new CommandFailure({
        ending: "throttled",
        code: "throttled",
        message: "Adobe Pass responded with HTTP 429: too many requests from this device.",
        httpStatus,
        retryAfter: failure.retryAfterMillis ?? 1_000
      })
    case "HttpError":
      return new CommandFailure({
        ending: "failed",
        code: "http-error",
        message: `The server responded with HTTP ${httpStatus} and without a code of Adobe Pass.`,
        httpStatus,
        hint: "Check that the origin is an Adobe Pass server: `tve-pass config`."
      })
  }
}

/** Codes which mean that a sign-in code is unknown or has expired. */
const endedCodes: Readonly<Record<string, string>> = {
  invalid_parameter_code: "`tve-pass sign-in` creates another code.",
  invalid_authentication_session: "`tve-pass sign-in` creates another code."
}

/** Hints for users of the command line, because the catalogue addresses programmers. */
const hints: Readonly<Record<string, string>> = {
  invalid_parameter_mvpd: "`tve-pass mvpds` lists them.",
  invalid_parameter_service_provider: "Set --service-provider to a channel that the software statement covers.",
  ...endedCodes,
  authenticated_profile_missing: "`tve-pass sign-in` signs the viewer in.",
  authenticated_profile_expired: "`tve-pass sign-in` signs the viewer in again.",
  authenticated_profile_invalidated: "`tve-pass sign-in` signs the viewer in again."
}
