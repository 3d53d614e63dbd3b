import type { AuthErrorReason, RegistrationFailed, TokenFailed } from "./auth-error-reason.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/**
 * Whether a retry can help.
 *
 * * `Never`: the same call fails again until the program or its configuration changes.
 * * `AtTime`: retry at `epochMilliseconds` or later, by the device's clock.
 * * `AfterDelay`: retry after `milliseconds`; the server named no time.
 * * `AfterUserAction`: retry after a person has done what the message says, for example freed disk space.
 */
export type RetryAdvice =
  | { readonly _tag: "Never" }
  | { readonly _tag: "AtTime"; readonly epochMilliseconds: number }
  | { readonly _tag: "AfterDelay"; readonly milliseconds: number }
  | { readonly _tag: "AfterUserAction" }

/** The message of an error, and whether a retry can help. */
export interface Summary {
  /** One line of the form "Failed to X: Y. Do Z." */
  readonly message: string
  readonly retry: RetryAdvice
}

/** Summarizes a reason. */
export const summarize = (reason: AuthErrorReason): Summary => {
  const [goal, problem, retry, remedy = remedies[retry._tag]] = partsOf(reason)
  const moment = retry._tag === "AtTime" ? ` at ${new Date(retry.epochMilliseconds).toJSON()}` : ""
  return { message: `Failed to ${goal}: ${problem}. ${remedy}${moment}.`, retry }
}

/** Without `remedy`, the message has the default remedy of `retry`. */
type SummaryParts = readonly [goal: string, problem: string, retry: RetryAdvice, remedy?: string]

// TV apps download these strings, so they are short and share their parts.
const partsOf = (reason: AuthErrorReason): SummaryParts => {
  switch (reason._tag) {
    case "InvalidConfiguration":
      return [`read ${reason.field}`, reason.problem, never, reason.remedy]
    case "StatementRejected":
      return [goals.registerClient, `${refused}the software statement (${statusOf(reason)})`, userAction]
    case "RegistrationFailed":
      return [goals.registerClient, responded + statusOf(reason), adviceAfter(reason)]
    case "RegistrationGuarded":
      return [
        `${goals.registerClient} again`,
        `the last registration (${reason.lastReason}) is too recent`,
        at(reason.until)
      ]
    case "ClientRejected":
      return [goals.retrieveAccessToken, `${refused}the client credentials (${reason.serverCode})`, userAction]
    case "ClientNotAllowed":
      return [goals.retrieveAccessToken, `${refused}the grant to this client (${reason.serverCode})`, userAction]
    case "TokenFailed":
      return [goals.retrieveAccessToken, responded + statusOf(reason), adviceAfter(reason)]
    case "AccessTokenRejected":
      return [
        goals.sendRequest,
        `${refused}a new access token${reason.serviceProvider ? ` for the service provider ${reason.serviceProvider}` : ""} (${statusOf(reason)})`,
        userAction
      ]
    case "Throttled":
      return [
        goals[reason.operation ?? "sendRequest"],
        reason.by === "local" ? "too many requests are waiting already" : responded + statusOf({ status: 429 }),
        at(reason.retryAt)
      ]
    case "StoreCorrupted":
      return [`use ${reason.location}`, reason.problem, userAction, reason.remedy]
    case "StoreUnavailable":
      return [
        `${reason.operation} ${reason.location}`,
        `the store failed (${nameOf(reason.cause)})`,
        userAction,
        reason.remedy
      ]
    case "LockTimeout":
      return [
        `lock ${reason.lock}`,
        reason.state === "busy"
          ? `another owner kept the lock for ${seconds(reason.waited)}`
          : "the lock was lost while this process was paused",
        later
      ]
    case "Transport":
      return [goals[reason.operation], `no response arrived (${nameOf(reason.cause)})`, later, checkNetwork]
    case "MalformedResponse":
      return [
        goals[reason.operation],
        `the response has no valid ${reason.field} (${statusOf(reason)})`,
        later,
        checkNetwork
      ]
    case "DeadlineExceeded":
      return [goals[reason.operation], `it did not finish within ${seconds(reason.deadline)}`, later]
    case "ForeignOrigin":
      return [goals.sendRequest, `${reason.origin} is not the configured origin ${reason.expectedOrigin}`, never]
  }
}

const goals = {
  registerClient: "register the client",
  retrieveAccessToken: "retrieve an access token",
  sendRequest: "send the request"
}
const refused = "the server refused "
const responded = "the server responded with "
const checkNetwork = "Check the network and the origin, and try again later"

const statusOf = (reason: {
  readonly status: number
  readonly serverCode?: string | undefined
  readonly enhancedErrorCode?: string | undefined
}): string => spaced(`HTTP ${reason.status}`, reason.serverCode ?? reason.enhancedErrorCode)
const nameOf = ({ name, code }: UnderlyingError): string => spaced(name, code)
const spaced = (first: string, second: string | undefined): string => (second ? `${first} ${second}` : first)
const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`

const remedies: { readonly [Tag in RetryAdvice["_tag"]]: string } = {
  Never: "Correct the program or its configuration",
  AtTime: "Try again",
  AfterDelay: "Try again later",
  AfterUserAction: "Check the registered application in the TVE Dashboard"
}

const never: RetryAdvice = { _tag: "Never" }
const userAction: RetryAdvice = { _tag: "AfterUserAction" }
const later: RetryAdvice = { _tag: "AfterDelay", milliseconds: 5_000 }
const at = (epochMilliseconds: number): RetryAdvice => ({ _tag: "AtTime", epochMilliseconds })
// The delay is long, so that devices do not add to the load of a failing server.
const adviceAfter = ({ status, serverCode, retryAt }: RegistrationFailed | TokenFailed): RetryAdvice =>
  isFinalRefusal(status, serverCode) ? never : retryAt === undefined ? later : at(retryAt)

/** Codes that describe a temporary condition of the server, not the request. */
const temporaryCodes = ["temporarily_unavailable", "server_error", "slow_down"]

const finalStatuses = [400, 401, 403]

/**
 * Returns whether the server itself refused a DCR call, so that it would refuse the same request again. The status
 * decides before the body: a code counts only with status 400, 401 or 403. Without a code, a proxy, a firewall or a
 * captive portal responded in place of the server, which is temporary.
 */
export const isFinalRefusal = (status: number, serverCode: string | undefined): boolean =>
  serverCode !== undefined && !temporaryCodes.includes(serverCode) && finalStatuses.includes(status)
