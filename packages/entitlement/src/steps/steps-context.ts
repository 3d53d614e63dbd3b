import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { SignInRecords } from "./sign-in-record.ts"

/** The context of the steps of one device. */
export interface StepsContext extends Pick<
  EntitlementContext,
  "call" | "restV2" | "origin" | "options" | "clock" | "events" | "noteFailure"
> {
  readonly records: SignInRecords
}
