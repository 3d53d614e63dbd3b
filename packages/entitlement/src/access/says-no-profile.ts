import { refusalOf } from "../errors/refusal.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"

/**
 * Returns whether a refusal means that there is no profile, so that the viewer has to sign in. Only the action
 * `authentication` does: other refusals also lead to a sign-in, for example one about the partner framework, but do not
 * affect the profile.
 */
export const saysNoProfile = (error: EntitlementError): boolean => {
  const failure = refusalOf(error)
  return failure?._tag === "EnhancedError" && failure.action === "authentication"
}
