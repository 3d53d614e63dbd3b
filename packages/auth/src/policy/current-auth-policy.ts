import * as Context from "effect/Context"
import { defaultAuthPolicy, type AuthPolicy } from "./auth-policy.ts"

/** The {@link AuthPolicy} in use; provide another one to replace the schedules or the times. */
export const CurrentAuthPolicy = Context.Reference<AuthPolicy>("@tve-pass/auth/policy/CurrentAuthPolicy", {
  defaultValue: () => defaultAuthPolicy
})
