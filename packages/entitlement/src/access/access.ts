import type { AuthenticatedProfile, Schemas } from "@tve-pass/client/rest-v2"
import type * as Redacted from "effect/Redacted"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"

/** How the viewer obtained access. `unknown` stands for profile types of a later protocol version. */
export type AccessKind = "regular" | "single-sign-on" | "partner" | "degraded" | "temporary" | "unknown"

/** Proof that the viewer is authenticated. Decisions are requested with it; it permits no playback by itself. */
export interface Access {
  readonly kind: AccessKind
  /** The profile type, as the server sends it. */
  readonly profileType: Schemas["ProfileType"]
  /** The MVPD. `displayName` and `logoUrl` are absent if the viewer did not select it in this application. */
  readonly mvpd: Pick<SelectedMvpd, "id"> & Partial<SelectedMvpd>
  /**
   * The profile with its user metadata. Loggers and developer tools do not print it (rule 35, hidden profiles).
   * `readProfile(access)` returns it.
   */
  readonly profile: Redacted.Redacted<AuthenticatedProfile>
  /**
   * When the access ends, in epoch milliseconds of this device's clock. `undefined` if the server set no end, and if that clock is
   * past the end of a profile that the server lists: the clock is wrong then, and the server notices the end.
   */
  readonly endsAt: number | undefined
}
