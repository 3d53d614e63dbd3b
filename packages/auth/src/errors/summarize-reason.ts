import type { AuthErrorReason, RegistrationFailed, TokenFailed } from "./auth-error-reason.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/**
 * Whether trying again can help.
 *
 * * `Never`: the same call fails again until the program or its configuration is changed.
 * * `AtTime`: from `epochMilliseconds` on, by the device's clock.
 * * `AfterDelay`: after `milliseconds`; no better moment is known.
 * * `AfterUserAction`: after somebody has done what the message says, for example freed disk space.
 */
export type RetryAdvice =
  | { readonly _tag: "Never" }
  | { readonly _tag: "AtTime"; readonly epochMilliseconds: number }
  | { readonly _tag: "AfterDelay"; readonly milliseconds: number }
  | { readonly _tag: "AfterUserAction" }

/** What an error says, and whether trying again can help. */
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

/** The remedy is that of the advice, unless there is a better one. */
type SummaryParts = readonly [goal: string, problem: string, retry: RetryAdvice, remedy?: string]

// TV apps download these: they are short, and share what they can.
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
      return [goals.retrieveAccessToken, `${refused}to give this client one (${reason.serverCode})`, userAction]
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
      return [goals[reason.operation], `it was not done within ${seconds(reason.deadline)}`, later]
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
// A server that keeps failing is not helped by every device asking again within the second.
const adviceAfter = ({ status, serverCode, retryAt }: RegistrationFailed | TokenFailed): RetryAdvice =>
  isFinalRefusal(status, serverCode) ? never : retryAt === undefined ? later : at(retryAt)

/** Codes that are about the moment, and not about the request. */
const temporaryCodes = ["temporarily_unavailable", "server_error", "slow_down"]

const finalStatuses = [400, 401, 403]

/**
 * Whether a DCR response is a refusal by the server itself, so that the same request is refused again. The status comes
 * before the body: a code counts with a client error only. Without a code, a proxy, a firewall or a captive portal has
 * responded in place of the server, which is temporary.
 */
export const isFinalRefusal = (status: number, serverCode: string | undefined): boolean =>
  serverCode !== undefined && !temporaryCodes.includes(serverCode) && finalStatuses.includes(status)
