import type { AuthErrorReason, AuthOperation } from "./auth-error-reason.ts"
import type { RetryAdvice } from "./retry-advice.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/** What an error says, and whether trying again can help. */
export interface Explanation {
  /** One line of the form "Failed to X: Y. Do Z." */
  readonly message: string
  readonly retry: RetryAdvice
}

/** Explains a reason. TV apps download whatever stands here, so that the sentences share their phrases. */
export const explain = (reason: AuthErrorReason): Explanation => {
  const retry = adviceFor(reason)
  const [goal, problem, remedy = remedies[retry._tag]] = sentenceFor(reason)
  const moment = retry._tag === "AtTime" ? ` at ${new Date(retry.epochMilliseconds).toJSON()}` : ""
  return { message: `Failed to ${goal}: ${problem}. ${remedy}${moment}.`, retry }
}

type Sentence = readonly [goal: string, problem: string, remedy?: string]

const sentenceFor = (reason: AuthErrorReason): Sentence => {
  switch (reason._tag) {
    case "InvalidConfiguration":
      return [`read ${reason.field}`, reason.problem, reason.remedy]
    case "StatementRejected":
      return [goals.registerClient, `${refused}the software statement (${answer(reason.status, reason.serverCode)})`]
    case "RegistrationFailed":
      return [goals.registerClient, answered + answer(reason.status, reason.serverCode)]
    case "RegistrationGuarded":
      return [`${goals.registerClient} again`, `the last time, after ${reason.lastReason}, is too recent`]
    case "ClientRejected":
      return [goals.retrieveAccessToken, `${refused}new client credentials as well (${reason.serverCode})`]
    case "ClientNotAllowed":
      return [goals.retrieveAccessToken, `${refused}it to this client (${reason.serverCode})`]
    case "TokenFailed":
      return [goals.retrieveAccessToken, answered + answer(reason.status, reason.serverCode)]
    case "AccessTokenRejected":
      return [goals.sendRequest, `${refused}a new access token (${answer(reason.status, reason.enhancedErrorCode)})`]
    case "Throttled":
      return [goals.sendRequest, reason.by === "local" ? "too many requests are waiting" : answered + answer(429)]
    case "StoreCorrupted":
      return [`use ${reason.location}`, reason.problem, reason.remedy]
    case "StoreUnavailable":
      return [`${reason.operation} ${reason.location}`, `the store is unavailable (${code(reason.cause)})`, reason.remedy]
    case "LockTimeout":
      return reason.state === "busy"
        ? [`lock ${reason.lock}`, `another owner has kept it for ${seconds(reason.waited)}`]
        : [`keep the lock ${reason.lock}`, "this process was paused for too long"]
    case "Transport":
      return [goals[reason.operation], `no response arrived (${code(reason.cause)})`, checkNetwork]
    case "MalformedResponse":
      return [
        goals[reason.operation],
        `${reason.field} of the response is missing or malformed (${answer(reason.status)})`,
        checkNetwork
      ]
    case "DeadlineExceeded":
      return [goals[reason.operation], `it was not done within ${seconds(reason.deadline)}`]
    case "ForeignOrigin":
      return [goals.sendRequest, `${reason.origin} is not the configured origin ${reason.expectedOrigin}`]
  }
}

const goals: { readonly [Operation in AuthOperation]: string } = {
  registerClient: "register the client",
  retrieveAccessToken: "retrieve an access token",
  sendRequest: "send the request"
}

const refused = "the server refused "
const answered = "the server answered "
const checkNetwork = "Check the network and the origin, and try again later"

const answer = (status: number, serverCode = ""): string => `HTTP ${status} ${serverCode}`.trim()

const code = (cause: UnderlyingError): string => `${cause.name} ${cause.code ?? ""}`.trim()

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`

const remedies: { readonly [Tag in RetryAdvice["_tag"]]: string } = {
  Never: "Correct the program or its configuration",
  AtTime: "Try again",
  AfterDelay: "Try again later",
  AfterUserAction: "Check the registered application in the TVE Dashboard"
}

const adviceFor = (reason: AuthErrorReason): RetryAdvice => {
  if ("until" in reason) return { _tag: "AtTime", epochMilliseconds: reason.until }
  if ("retryAt" in reason) return { _tag: "AtTime", epochMilliseconds: reason.retryAt }
  if (upToSomebody.includes(reason._tag)) return { _tag: "AfterUserAction" }
  // A server that keeps failing is not helped by every device asking again within the second.
  return passing.includes(reason._tag) || ("status" in reason && reason.status >= 500)
    ? { _tag: "AfterDelay", milliseconds: 5_000 }
    : { _tag: "Never" }
}

const upToSomebody: ReadonlyArray<AuthErrorReason["_tag"]> = [
  "StatementRejected",
  "ClientRejected",
  "ClientNotAllowed",
  "AccessTokenRejected",
  "StoreCorrupted",
  "StoreUnavailable"
]

const passing: ReadonlyArray<AuthErrorReason["_tag"]> = [
  "LockTimeout",
  "Transport",
  "MalformedResponse",
  "DeadlineExceeded"
]
