import { refusalOf } from "../errors/refusal.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"

/**
 * Whether a refusal means that there is no profile, so that the viewer has to authenticate (again). Decided by the action: other
 * refusals ask for a sign-in as well, such as one about the partner framework, and leave the profile as it is.
 */
export const saysNoProfile = (error: EntitlementError): boolean => {
  const failure = refusalOf(error)
  return failure?._tag === "EnhancedError" && failure.action === "authentication"
}
