import type { AuthErrorReason } from "./auth-error-reason.ts"
import type { RetryAdvice } from "./retry-advice.ts"

/** What an error says, and whether trying again can help. */
export interface Explanation {
  /** One line of the form "Failed to X: Y. Do Z." */
  readonly message: string
  readonly retry: RetryAdvice
}

/**
 * Explains a reason. The sentence is put together from the reason's own names and values: TV apps download whatever
 * stands here, and sixteen sentences of their own weighed three times as much.
 */
export const explain = (reason: AuthErrorReason & Told): Explanation => {
  const retry = adviceFor(reason)
  const { operation, problem = words(reason._tag), remedy = remedies[retry._tag] } = reason
  const goal = operation === undefined ? "use Adobe Pass" : words(operation)
  const moment = retry._tag === "AtTime" ? ` at ${new Date(retry.epochMilliseconds).toJSON()}` : ""
  return { message: `Failed to ${goal}: ${problem}${details(reason)}. ${remedy}${moment}.`, retry }
}

/** What some reasons tell themselves. */
interface Told {
  readonly operation?: string
  readonly problem?: string
  readonly remedy?: string
}

/** `StatementRejected` as `statement rejected`. */
export const words = (name: string, blank = " "): string => name.replace(/\B[A-Z]/g, `${blank}$&`).toLowerCase()

const remedies: { readonly [Tag in RetryAdvice["_tag"]]: string } = {
  Never: "Correct the program or its configuration",
  AtTime: "Try again",
  AfterDelay: "Try again later, and check network and origin",
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

const toldElsewhere = ["_tag", "operation", "problem", "remedy", "until", "retryAt"]

const details = (reason: AuthErrorReason): string => {
  const told = Object.entries(reason).flatMap(([name, value]) =>
    toldElsewhere.includes(name) || value === undefined
      ? []
      : `${words(name)} ${typeof value === "object" ? Object.values(value).join(" ").trim() : value}`
  )
  return told.length === 0 ? "" : ` (${told.join(", ")})`
}
