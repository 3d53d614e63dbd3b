import type { Mvpd, Viewer } from "../state/mvpds.ts"
import type { ProfileOwner, StoredProfile } from "../state/profiles.ts"
import type { SimulatorState } from "../state/state.ts"

export interface Grant {
  readonly owner: ProfileOwner
  readonly mvpd: Mvpd
  readonly viewer: Viewer
  readonly type: StoredProfile["type"]
}

/** Grants a device the profile of a viewer, from `now` for the lifetime of the MVPD's profiles. */
export const grantProfile = (
  state: SimulatorState,
  { owner, mvpd, viewer, type }: Grant,
  now: number
): StoredProfile => {
  const lifetime = mvpd.profileLifetime ?? state.settings.profileLifetime
  const profile: StoredProfile = {
    owner,
    mvpd: mvpd.id,
    viewer,
    type,
    notBefore: now,
    notAfter: now + lifetime * 1_000,
    invalidated: false
  }
  state.profiles.add(profile, now)
  return profile
}
