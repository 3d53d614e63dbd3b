import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { SignInRecords } from "./sign-in-record.ts"

/** What the steps of one device receive. */
export interface StepsContext extends Pick<
  EntitlementContext,
  "call" | "restV2" | "origin" | "options" | "clock" | "events" | "noteFailure"
> {
  readonly records: SignInRecords
}
