import type { AuthError } from "@tve-pass/auth"
import type { Failure } from "@tve-pass/client"
import * as Data from "effect/Data"

/** The reason of an {@link EntitlementError}, distinguished by `_tag`. Expected outcomes are values, never errors. */
export type EntitlementErrorReason =
  /** The server refused the operation with an unexpected failure. */
  | { readonly _tag: "Refused"; readonly operation: string; readonly failure: Failure }
  /** No access token could be obtained, the throttle queue is full, or the store failed. */
  | { readonly _tag: "Auth"; readonly error: AuthError }
  /** The request got no response: offline, connection reset, CORS. */
  | { readonly _tag: "Network"; readonly operation: string; readonly cause: unknown }
  /** A successful response lacks a member that the flow needs. */
  | { readonly _tag: "Malformed"; readonly operation: string; readonly missing: string }
  /** An option or argument is missing or malformed; nothing was sent. */
  | { readonly _tag: "InvalidConfiguration"; readonly option: string; readonly problem: string }
  /** The application's function that opens the user agent failed. */
  | { readonly _tag: "UserAgent"; readonly cause: unknown }
  /** The application's partner framework failed. */
  | { readonly _tag: "PartnerFramework"; readonly cause: unknown }

/**
 * The error of this package. `reason` says what happened; `code` is stable, for logs and alerts. Neither the error nor
 * anything reachable from it contains a token or user metadata.
 */
export class EntitlementError
  extends /* @__PURE__ */ Data.TaggedError("EntitlementError")<{
    readonly reason: EntitlementErrorReason
    /** The code of the enhanced error or of the AuthError, or the reason in kebab case. */
    readonly code: string
    readonly message: string
    /** For support tickets at Adobe. */
    readonly trace?: string
  }>
{
  constructor(reason: EntitlementErrorReason) {
    super({ reason, ...describe(reason) })
  }
}

const describe = (reason: EntitlementErrorReason): { code: string; message: string; trace?: string } => {
  switch (reason._tag) {
    case "Refused": {
      const { failure, operation } = reason
      const code =
        "code" in failure ? failure.code : failure._tag === "Throttled" ? "throttled" : `http-${failure.httpStatus}`
      const reaction = "reaction" in failure && failure.reaction !== undefined ? ` ${failure.reaction}` : ""
      return {
        code,
        message: `Failed to call ${operation}: HTTP ${failure.httpStatus} ${code}.${reaction}`,
        ...("trace" in failure && failure.trace !== undefined ? { trace: failure.trace } : {})
      }
    }
    case "Auth":
      return { code: reason.error.code, message: reason.error.message }
    case "Network":
      return { code: "network", message: `Failed to call ${reason.operation}: no response arrived. Check the network.` }
    case "Malformed":
      return {
        code: "malformed-response",
        message: `Failed to read the response of ${reason.operation}: it lacks ${reason.missing}.`
      }
    case "InvalidConfiguration":
      return {
        code: "invalid-configuration",
        message: `Failed to use the option ${reason.option}: ${reason.problem}.`
      }
    case "UserAgent":
      return { code: "user-agent", message: "Failed to open the user agent: the application's `open` rejected." }
    case "PartnerFramework":
      return {
        code: "partner-framework",
        message: "Failed to use the partner framework: the application's port rejected."
      }
  }
}
