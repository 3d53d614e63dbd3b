import type { AuthError } from "@tve-pass/auth"
import * as Data from "effect/Data"

/** The reason of a {@link ManagementError}, distinguished by `_tag`. */
export type ManagementErrorReason =
  /** A parameter is invalid. Nothing was sent. */
  | { readonly _tag: "InvalidRequest"; readonly parameter: string; readonly problem: string; readonly remedy: string }
  /** The server refused the request. `explanation` is the server's message, at most 500 characters, possibly empty. */
  | {
      readonly _tag: "Refused"
      readonly operation: ManagementOperation
      readonly status: number
      readonly explanation: string
    }
  /** The response does not match the documentation. */
  | { readonly _tag: "MalformedResponse"; readonly operation: ManagementOperation; readonly problem: string }
  /** No response arrived. A request that changes something may have been performed. */
  | { readonly _tag: "Unreachable"; readonly operation: ManagementOperation; readonly problem: string }
  /** No access token could be obtained. */
  | { readonly _tag: "Auth"; readonly error: AuthError }
  /** The list of proxied MVPDs has changed since it was read. Nothing was replaced. */
  | { readonly _tag: "ListChanged"; readonly expected: string; readonly found: string }

/** The operations of the three APIs, by the `operationId` of their specs. */
export type ManagementOperation =
  | "resetTempPassForDevice"
  | "resetTempPassForKey"
  | "retrieveReport"
  | "retrieveProxiedMvpds"
  | "replaceProxiedMvpds"

/**
 * The error of this package. `reason` says what happened, and `message` what to do. It contains no secret.
 *
 * Source: docs/protocol/management/reset-temp-pass.md, section "Responses"; esm.md, section "Responses"; proxy-mvpd.md,
 * section "Operations".
 */
export class ManagementError
  extends /* @__PURE__ */ Data.TaggedError("ManagementError")<{
    readonly reason: ManagementErrorReason
    readonly message: string
  }>
{
  constructor(reason: ManagementErrorReason) {
    super({ reason, message: messageOf(reason) })
  }
}

/** Creates the {@link ManagementError} of an invalid parameter. */
export const invalidRequest = (parameter: string, problem: string, remedy: string): ManagementError =>
  new ManagementError({ _tag: "InvalidRequest", parameter, problem, remedy })

const messageOf = (reason: ManagementErrorReason): string => {
  switch (reason._tag) {
    case "InvalidRequest":
      return `Nothing was sent: \`${reason.parameter}\` ${reason.problem}. ${reason.remedy}.`
    case "Refused":
      return `The server refused ${reason.operation} with status ${reason.status}. ${remedyOf(reason)}`
    case "MalformedResponse":
      return `Failed to read the response of ${reason.operation}: ${reason.problem}.`
    case "Unreachable":
      return `No response of ${reason.operation} arrived: ${reason.problem}. ${
        reason.operation === "retrieveReport" || reason.operation === "retrieveProxiedMvpds"
          ? "Try again later."
          : "The server may have carried it out: check before you repeat it."
      }`
    case "Auth":
      return reason.error.message
    case "ListChanged":
      return "The list of proxied MVPDs has changed since it was read. Nothing was replaced: read it and compare again."
  }
}

const remedyOf = ({ operation, status }: Extract<ManagementErrorReason, { readonly _tag: "Refused" }>): string => {
  const isProxy = operation === "retrieveProxiedMvpds" || operation === "replaceProxiedMvpds"
  switch (status) {
    case 400:
      return "Correct the request; repeating it does not help."
    case 401:
      return isProxy
        ? "A new access token did not help: check that this machine's address is on Adobe's allow list, and the software statement (C-PMV-5)."
        : "A new access token did not help: check that the software statement is one for this management API."
    case 403:
      return isProxy
        ? "Check that the identifier is configured as a proxy MVPD."
        : "Check that the software statement has the scope of this API and covers the service provider."
    case 404:
      return operation === "retrieveReport"
        ? "No report exists for this order of dimensions: start at the root and follow its links (C-ESM-1)."
        : "Check the origin."
    default:
      return status >= 500 ? "Try again later." : "Check the request and the origin."
  }
}
