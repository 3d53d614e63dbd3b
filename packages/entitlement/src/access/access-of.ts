import type { AuthenticatedProfile } from "@tve-pass/client/rest-v2"
import * as Redacted from "effect/Redacted"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Access, AccessKind } from "./access.ts"

/**
 * Creates the access that a profile gives. A server lists no expired profile: where the end has passed by the clock of the
 * device, that clock is wrong, and the access has no known end.
 */
export const accessOf = (
  profile: AuthenticatedProfile,
  remembered: SelectedMvpd | undefined,
  { clock, clockOffset }: Pick<EntitlementContext, "clock" | "clockOffset">
): Access => {
  const endsAt = profile.notAfter === undefined ? 0 : profile.notAfter - clockOffset()
  return {
    kind: kindOf(profile.type),
    profileType: profile.type,
    mvpd: remembered?.id === profile.mvpd ? remembered : { id: profile.mvpd },
    profile: hiddenProfile(profile),
    endsAt: endsAt > clock.currentTimeMillisUnsafe() ? endsAt : undefined
  }
}

/** Hides a profile from loggers, developer tools and copies (rule 35, hidden profiles). */
export const hiddenProfile = (profile: AuthenticatedProfile): Redacted.Redacted<AuthenticatedProfile> =>
  Redacted.make(profile, { label: "profile" })

/** Returns the kind of access that a type of profile gives. */
export const kindOf = (type: AuthenticatedProfile["type"]): AccessKind => {
  switch (type) {
    case "regular":
      return "regular"
    case "degraded":
      return "degraded"
    case "temporary":
      return "temporary"
    case "platformSSO":
    case "serviceTokenSSO":
      return "single-sign-on"
    case "appleSSO":
      return "partner"
    default:
      return "unknown"
  }
}
