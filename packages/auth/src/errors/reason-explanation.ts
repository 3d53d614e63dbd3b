import type { AuthErrorReason, AuthOperation } from "./auth-error-reason.ts"
import type { RetryAdvice } from "./retry-advice.ts"
import type { UnderlyingError } from "./underlying-error.ts"

/** What an error says, and whether trying again can help. */
export interface Explanation {
  /** One line of the form "Failed to X: Y. Do Z." */
  readonly message: string
  readonly retry: RetryAdvice
}

/** Explains a reason. The texts are short because TV apps download all of them. */
export const explain = (reason: AuthErrorReason): Explanation => {
  switch (reason._tag) {
    case "InvalidConfiguration":
      return failed("configure Adobe Pass", reason.problem, reason.remedy, never)
    case "StatementRejected":
      return failed(
        goals.registerClient,
        `the software statement is refused (${reason.serverCode})`,
        "Use one that is approved for REST API V2",
        never
      )
    case "RegistrationFailed":
      return answered(goals.registerClient, reason)
    case "RegistrationGuarded":
      return failedUntil(goals.registerClient, `the last time was too recent (${reason.lastReason})`, reason.until)
    case "ClientRejected":
      return failed(
        goals.retrieveAccessToken,
        `the client credentials are refused (${reason.serverCode})`,
        checkDashboard,
        afterUserAction
      )
    case "ClientNotAllowed":
      return failed(goals.retrieveAccessToken, `the client may not (${reason.serverCode})`, checkDashboard, never)
    case "TokenFailed":
      return answered(goals.retrieveAccessToken, reason)
    case "AccessTokenRejected":
      return failed(
        goals.authorizedFetch,
        `a new access token is refused (${reason.enhancedErrorCode ?? reason.status})`,
        checkDashboard,
        afterUserAction
      )
    case "Throttled":
      return failedUntil("send a request", `throttled by the ${reason.by} limit`, reason.retryAt)
    case "StoreCorrupted":
      return failed("use the store", `${reason.location} ${reason.problem}`, reason.remedy, afterUserAction)
    case "StoreUnavailable":
      return failed(
        `${reason.operation} the store`,
        `${reason.location}: ${thrown(reason.cause)}`,
        reason.remedy,
        afterUserAction
      )
    case "LockTimeout":
      return failed(`lock ${reason.lock}`, `${reason.problem} after ${reason.waited} ms`, "Try again", soon)
    case "Transport":
      return failed(goals[reason.operation], `no response (${thrown(reason.cause)})`, "Check network and origin", soon)
    case "MalformedResponse":
      return failed(
        goals[reason.operation],
        `the response has no valid ${reason.field} (HTTP ${reason.status})`,
        "Check origin and proxies",
        later
      )
    case "DeadlineExceeded":
      return failed(goals[reason.operation], `not done within ${reason.deadline} ms`, "Try again later", later)
    case "ForeignOrigin":
      return failed(
        goals.authorizedFetch,
        `${reason.origin} is not ${reason.expectedOrigin}`,
        "Use another fetch for other origins",
        never
      )
  }
}

const goals: { readonly [Operation in AuthOperation]: string } = {
  registerClient: "register the client",
  retrieveAccessToken: "retrieve an access token",
  authorizedFetch: "send an authorized request"
}
const checkDashboard = "Check the registered application in the TVE Dashboard"

const never: RetryAdvice = { _tag: "Never" }
const afterUserAction: RetryAdvice = { _tag: "AfterUserAction" }
const soon: RetryAdvice = { _tag: "AfterDelay", milliseconds: 1_000 }
// A server that keeps failing is not helped by every device asking again within the second.
const later: RetryAdvice = { _tag: "AfterDelay", milliseconds: 10_000 }

const failed = (goal: string, problem: string, remedy: string, retry: RetryAdvice): Explanation => ({
  message: `Failed to ${goal}: ${problem}. ${remedy}.`,
  retry
})

const failedUntil = (goal: string, problem: string, epochMilliseconds: number): Explanation => {
  // `toISOString` throws for a moment that no calendar has; `toJSON` does not.
  const moment = new Date(epochMilliseconds).toJSON()
  return failed(goal, problem, `Try again at ${moment}`, { _tag: "AtTime", epochMilliseconds })
}

const answered = (
  goal: string,
  { serverCode, status }: { readonly serverCode: string | undefined; readonly status: number }
): Explanation => {
  const problem = `the server answered ${status} (${serverCode ?? "no code"})`
  return status < 500
    ? failed(goal, problem, "Check the configuration", never)
    : failed(goal, problem, "Try again later", later)
}

const thrown = ({ name, code }: UnderlyingError): string => (code === undefined ? name : `${name} ${code}`)
