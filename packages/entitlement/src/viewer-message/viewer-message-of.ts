import type { AuthError } from "@tve-pass/auth"
import type { Failure } from "@tve-pass/client"
import { authReasonReactions, own, reactionToEnhancedError, type Reaction } from "./reactions.ts"
import type { ViewerMessage } from "./viewer-message.ts"

/**
 * Returns what to tell the viewer about a failure. Accepts any rejection of these packages (`AuthError`, `ApiFailure`,
 * `EntitlementError`, a network error, an abort), a `Failure` of the client, and an unwanted outcome, such as a denied
 * decision or an ended code. Never throws.
 *
 * `retryAfter` is counted from `now`, in epoch milliseconds. Default: the device's clock.
 *
 * Source: docs/errors.md; docs/protocol/errors.md, section 5.
 *
 * @example
 * ```ts
 * import { viewerMessage } from "@tve-pass/entitlement"
 *
 * viewerMessage({ _tag: "HttpError", httpStatus: 503 })
 * // => { kind: "try-later", retryAfter: 5000, alert: false, log: { code: "http-503" } }
 * ```
 */
export const viewerMessage = (failure: unknown, now: number = Date.now()): ViewerMessage => {
  try {
    return messageFor(failure, now)
  } catch {
    // A member that the tag promises is missing, or the value contains itself.
    return messageOf(unknownFailure, "unknown")
  }
}

const messageFor = (failure: unknown, now: number): ViewerMessage => {
  if (typeof failure !== "object" || failure === null) return messageOf(unknownFailure, "unknown")
  // Compares tags, because an error may come from another realm or another copy of its package.
  const { _tag: tag, kind } = failure as { readonly _tag?: unknown; readonly kind?: unknown }
  // Boundary: each value has the type that its tag names.
  switch (tag) {
    case "AuthError":
      return authErrorMessage(failure as AuthError, now)
    case "ApiFailure":
      return messageFor((failure as { readonly failure?: unknown }).failure, now)
    case "EntitlementError":
      return withSession(failure, entitlementErrorMessage(failure as { readonly reason?: unknown }, now))
    case "EnhancedError":
    case "HttpError":
    case "Throttled":
    case "DcrError":
      return failureMessage(failure as Failure)
    default:
      return typeof kind === "string"
        ? withSession(failure, outcomeMessage(kind, failure, now))
        : thrownMessage(failure)
  }
}

const unknownFailure: Reaction = { kind: "out-of-service", alert: true }
const cancelled: Reaction = { kind: "nothing", alert: false }

/** Milliseconds until a retry after a failure of the server without `Retry-After`. */
const serverRetryDelay = 5_000

const messageOf = (
  { kind, alert }: Reaction,
  code: string,
  { trace, text, retryAfter }: { readonly trace?: unknown; readonly text?: unknown; readonly retryAfter?: number } = {}
): ViewerMessage => ({
  kind,
  ...(typeof text === "string" && text !== "" ? { text } : {}),
  ...(retryAfter === undefined ? {} : { retryAfter }),
  alert,
  log: { code, ...(typeof trace === "string" ? { trace } : {}) }
})

const authErrorMessage = ({ reason, code, retry }: AuthError, now: number): ViewerMessage => {
  const reaction = own<Reaction>(authReasonReactions, reason._tag) ?? unknownFailure
  switch (retry._tag) {
    case "AtTime":
      return messageOf(reaction, code, { retryAfter: Math.max(0, retry.epochMilliseconds - now) })
    case "AfterDelay":
      return messageOf(reaction, code, { retryAfter: retry.milliseconds })
    case "AfterUserAction":
      return messageOf(reaction, code)
    case "Never":
      return messageOf(unknownFailure, code)
  }
}

const failureMessage = (failure: Failure): ViewerMessage => {
  switch (failure._tag) {
    case "EnhancedError": {
      const reaction = reactionToEnhancedError(failure)
      const { code, details, message, trace } = failure
      // `details` comes from the MVPD or the programmer; `message` is meant for viewers only in denials.
      const text = details ?? (reaction.kind === "denied" ? message : undefined)
      return messageOf(reaction, code, {
        trace,
        text,
        ...(reaction.kind === "try-later" ? { retryAfter: serverRetryDelay } : {})
      })
    }
    case "Throttled":
      return messageOf({ kind: "try-later", alert: false }, "throttled", {
        retryAfter: Math.max(1_000, failure.retryAfterMillis ?? 0)
      })
    case "DcrError":
      return messageOf(unknownFailure, failure.code)
    case "HttpError":
      return httpErrorMessage(failure.httpStatus)
  }
}

const httpErrorMessage = (status: number): ViewerMessage => {
  const code = `http-${status}`
  if (status >= 500) return messageOf({ kind: "try-later", alert: false }, code, { retryAfter: serverRetryDelay })
  // An unexpected success or redirect usually comes from a captive portal.
  if (status < 400) return messageOf({ kind: "check-network", alert: false }, code, { retryAfter: serverRetryDelay })
  return messageOf(unknownFailure, code)
}

const entitlementErrorMessage = ({ reason }: { readonly reason?: unknown }, now: number): ViewerMessage => {
  const { _tag, failure, error, cause } = (reason ?? {}) as { readonly [member: string]: unknown }
  switch (_tag) {
    case "Refused":
      return messageFor(failure, now)
    case "Auth":
      return messageFor(error, now)
    case "Network":
      return networkMessage(nameOf(cause))
    case "Malformed":
      return messageOf({ kind: "check-network", alert: false }, "malformed-response", { retryAfter: serverRetryDelay })
    case "UserAgent":
      return messageOf({ kind: "try-later", alert: false }, "user-agent")
    case "PartnerFramework":
      return messageOf({ kind: "sign-in", alert: false }, "partner-framework")
    case "InvalidConfiguration":
      return messageOf(unknownFailure, "invalid-configuration")
    default:
      return messageOf(unknownFailure, "unknown")
  }
}

/** The reactions to unwanted outcomes, by `kind`. All other outcomes are successes. */
const outcomeReactions: { readonly [kind: string]: Reaction } = {
  deny: { kind: "denied", alert: false },
  undecided: { kind: "try-later", alert: false },
  "try-later": { kind: "try-later", alert: false },
  "sign-in-again": { kind: "sign-in", alert: false },
  "signed-out": { kind: "sign-in", alert: false },
  "not-finished": { kind: "sign-in", alert: false },
  "sign-in-otherwise": { kind: "sign-in", alert: false },
  "pass-used-up": { kind: "pass-used-up", alert: false },
  "used-up": { kind: "pass-used-up", alert: false },
  "integration-removed": { kind: "choose-provider", alert: false },
  "code-ended": { kind: "new-code", alert: false },
  "wrong-or-expired": { kind: "new-code", alert: false },
  ended: { kind: "new-code", alert: false },
  unsupported: { kind: "update-app", alert: true }
}

const outcomeMessage = (kind: string, outcome: object, now: number): ViewerMessage => {
  const { failure, text, why } = outcome as {
    readonly failure?: unknown
    readonly text?: unknown
    readonly why?: unknown
  }
  // The viewer already sees the code that superseded this one.
  if (kind === "cancelled" || why === "superseded") return messageOf(cancelled, kind)
  const reaction = own<Reaction>(outcomeReactions, kind) ?? cancelled
  if (typeof failure !== "object" || failure === null) return messageOf(reaction, kind, { text })
  const message = messageFor(failure, now)
  // The failure of a denied decision adds details, but does not change its kind.
  const isAsDecided = kind !== "undecided" && kind !== "try-later"
  return isAsDecided ? { ...message, kind: reaction.kind, ...textOf(text) } : message
}

const textOf = (text: unknown): { readonly text?: string } => (typeof text === "string" && text !== "" ? { text } : {})

const thrownMessage = (thrown: object): ViewerMessage => {
  const name = nameOf(thrown)
  if (name === "AbortError") return messageOf(cancelled, "aborted")
  return name === "TypeError" || name === "TimeoutError" ? networkMessage(name) : messageOf(unknownFailure, "unknown")
}

const networkMessage = (name: string): ViewerMessage =>
  messageOf({ kind: "check-network", alert: false }, name === "TimeoutError" ? "timeout" : "network", {
    retryAfter: serverRetryDelay
  })

const nameOf = (thrown: unknown): string => {
  const name = typeof thrown === "object" && thrown !== null && "name" in thrown ? thrown.name : undefined
  return typeof name === "string" ? name : ""
}

const withSession = (failure: object, message: ViewerMessage): ViewerMessage => {
  const { sessionId, trace } = failure as { readonly sessionId?: unknown; readonly trace?: unknown }
  return {
    ...message,
    log: {
      ...(typeof trace === "string" ? { trace } : {}),
      ...message.log,
      ...(typeof sessionId === "string" ? { sessionId } : {})
    }
  }
}
