import type { AuthErrorReason, AuthOperation } from "./auth-error-reason.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/** One line of the form "Failed to X: Y. Do Z." */
export const reasonMessage = (reason: AuthErrorReason): string => {
  switch (reason._tag) {
    case "InvalidConfiguration":
      return sentence("configure Adobe Pass", reason.problem, reason.remedy)
    case "StatementRejected":
      return sentence(
        operations.registerClient,
        `the server refuses the software statement (${reason.serverCode})`,
        "Use a statement of a registered application that is approved for REST API V2"
      )
    case "RegistrationFailed":
      return sentence(operations.registerClient, answer(reason), refusedOrDown(reason.status))
    case "RegistrationGuarded":
      return sentence(
        operations.registerClient,
        `the last registration is too recent, its reason was ${reason.lastReason}`,
        `Try again at ${moment(reason.until)}`
      )
    case "ClientRejected":
      return sentence(
        operations.retrieveAccessToken,
        `the server refuses the client credentials (${reason.serverCode})`,
        "Check in the TVE Dashboard that the registered application is not revoked"
      )
    case "ClientNotAllowed":
      return sentence(
        operations.retrieveAccessToken,
        `the client may not use this grant (${reason.serverCode})`,
        "Have the registered application enabled for REST API V2"
      )
    case "TokenFailed":
      return sentence(operations.retrieveAccessToken, answer(reason), refusedOrDown(reason.status))
    case "AccessTokenRejected":
      return sentence(
        operations.authorizedFetch,
        `the server refuses a fresh access token (${reason.enhancedErrorCode ?? `HTTP ${reason.status}`})`,
        "Check the service providers and scopes of the registered application"
      )
    case "Throttled":
      return sentence(
        "send the request",
        reason.by === "server" ? "the server answered 429 Too Many Requests" : "the device has no request left",
        `Try again at ${moment(reason.retryAt)}`
      )
    case "StoreCorrupted":
      return sentence("use the store", `${reason.location} ${reason.problem}`, reason.remedy)
    case "StoreUnavailable":
      return sentence(`${reason.operation} the store`, `${reason.location}: ${thrown(reason.cause)}`, reason.remedy)
    case "LockTimeout":
      return sentence(
        `lock ${reason.lock}`,
        reason.problem === "busy"
          ? `another owner held it for ${reason.waited} ms`
          : "the process was paused past its lease",
        "Try again"
      )
    case "Transport":
      return sentence(
        operations[reason.operation],
        `no response (${thrown(reason.cause)})`,
        "Check the network and the origin, then try again"
      )
    case "MalformedResponse":
      return sentence(
        operations[reason.operation],
        `the response's ${reason.field} is missing or malformed (HTTP ${reason.status})`,
        "Check the origin, and that no proxy answers in its place"
      )
    case "DeadlineExceeded":
      return sentence(operations[reason.operation], `not done within ${reason.deadline} ms`, "Try again later")
    case "ForeignOrigin":
      return sentence(
        operations.authorizedFetch,
        `${reason.origin} is not ${reason.expectedOrigin}`,
        "Send requests to other origins without this fetch, so that they carry no access token"
      )
  }
}

const operations: { readonly [Operation in AuthOperation]: string } = {
  registerClient: "register the client",
  retrieveAccessToken: "retrieve an access token",
  authorizedFetch: "send an authorized request"
}

const sentence = (goal: string, problem: string, remedy: string): string => `Failed to ${goal}: ${problem}. ${remedy}.`

const answer = (reason: { readonly serverCode: string | undefined; readonly status: number }): string =>
  `the server answered HTTP ${reason.status}${reason.serverCode === undefined ? "" : ` (${reason.serverCode})`}`

const refusedOrDown = (status: number): string =>
  status < 500 ? "Correct the application's configuration" : "Try again later"

const thrown = (cause: UnderlyingError): string =>
  cause.code === undefined ? cause.name : `${cause.name} ${cause.code}`

const moment = (epochMilliseconds: number): string => {
  const date = new Date(epochMilliseconds)
  // `toISOString` throws on an invalid date; an error message must not.
  return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString()
}
