import type { AuthErrorReason, RegistrationFailed, TokenFailed } from "./auth-error-reason.ts"
import { isFinalRefusal } from "./is-final-refusal.ts"
import type { RetryAdvice } from "./retry-advice.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/** What an error says, and whether trying again can help. */
export interface Explanation {
  /** One line of the form "Failed to X: Y. Do Z." */
  readonly message: string
  readonly retry: RetryAdvice
}

/** Explains a reason. */
export const explain = (reason: AuthErrorReason): Explanation => {
  const [goal, problem, retry, remedy = remedies[retry._tag]] = outline(reason)
  const moment = retry._tag === "AtTime" ? ` at ${new Date(retry.epochMilliseconds).toJSON()}` : ""
  return { message: `Failed to ${goal}: ${problem}. ${remedy}${moment}.`, retry }
}

/** The remedy is that of the advice, unless there is a better one. */
type Outline = readonly [goal: string, problem: string, retry: RetryAdvice, remedy?: string]

// TV apps download these: they are short, and share what they can.
const outline = (reason: AuthErrorReason): Outline => {
  switch (reason._tag) {
    case "InvalidConfiguration":
      return [`read ${reason.field}`, reason.problem, never, reason.remedy]
    case "StatementRejected":
      return [goals.registerClient, `${refused}the software statement (${answerOf(reason)})`, userAction]
    case "RegistrationFailed":
      return [goals.registerClient, answered + answerOf(reason), adviceAfter(reason)]
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
      return [goals.retrieveAccessToken, answered + answerOf(reason), adviceAfter(reason)]
    case "AccessTokenRejected":
      return [
        goals.sendRequest,
        `${refused}a new access token${reason.serviceProvider ? ` for the service provider ${reason.serviceProvider}` : ""} (${answerOf(reason)})`,
        userAction
      ]
    case "Throttled":
      return [
        goals[reason.operation ?? "sendRequest"],
        reason.by === "local" ? "too many requests are waiting already" : answered + answerOf({ status: 429 }),
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
        `the response has no valid ${reason.field} (${answerOf(reason)})`,
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
const answered = "the server answered "
const checkNetwork = "Check the network and the origin, and try again later"

const answerOf = (reason: {
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
