import type { Failure } from "@tve-pass/client"
import type { EntitlementError } from "./entitlement-error.ts"

/** Returns the failure with which the server refused a call, or `undefined` if there was no response or no call. */
export const refusalOf = ({ reason }: EntitlementError): Failure | undefined =>
  reason._tag === "Refused" ? reason.failure : undefined
