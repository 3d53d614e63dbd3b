import type { AuthenticatedProfile } from "@tve-pass/client/rest-v2"
import * as Redacted from "effect/Redacted"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Access, AccessKind } from "./access.ts"

/**
 * Creates an access from a profile.
 *
 * @param clockOffset Milliseconds by which the server's clock is ahead of this device's.
 */
export const accessOf = (
  profile: AuthenticatedProfile,
  remembered: SelectedMvpd | undefined,
  clockOffset: number
): Access => ({
  kind: kindOf(profile.type),
  profileType: profile.type,
  mvpd: remembered?.id === profile.mvpd ? remembered : { id: profile.mvpd },
  profile: hiddenProfile(profile),
  endsAt: profile.notAfter === undefined ? undefined : profile.notAfter - clockOffset
})

/** Hides a profile from loggers, developer tools and copies (rule 35, hidden profiles). */
export const hiddenProfile = (profile: AuthenticatedProfile): Redacted.Redacted<AuthenticatedProfile> =>
  Redacted.make(profile, { label: "profile" })

const kindOf = (type: AuthenticatedProfile["type"]): AccessKind => {
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
