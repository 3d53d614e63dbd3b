import type { Mvpd } from "../mvpds/mvpd.ts"
import type { Viewer } from "../viewers/viewer.ts"
import type { World } from "../world.ts"
import type { ProfileOwner, StoredProfile } from "./stored-profile.ts"

export interface Grant {
  readonly owner: ProfileOwner
  readonly mvpd: Mvpd
  readonly viewer: Viewer
  readonly type: StoredProfile["type"]
}

/** Gives a device the profile of a viewer, from `now` for as long as the MVPD's profiles last. */
export const grantProfile = (world: World, { owner, mvpd, viewer, type }: Grant, now: number): StoredProfile => {
  const lifetime = mvpd.profileLifetime ?? world.settings.profileLifetime
  const profile: StoredProfile = {
    owner,
    mvpd: mvpd.id,
    viewer,
    type,
    notBefore: now,
    notAfter: now + lifetime * 1_000,
    invalidated: false
  }
  world.profiles.add(profile, now)
  return profile
}
