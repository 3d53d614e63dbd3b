import type { DeviceCall } from "../call/call.ts"
import { partnerMvpdOf } from "../partner/partner-mvpd.ts"
import { identitiesOf } from "../single-sign-on/identity.ts"
import type { World } from "../world.ts"
import type { StoredProfileType } from "./describe-profile.ts"
import { isValid, type ProfileOwner, type StoredProfile } from "./stored-profile.ts"

/** A profile and as what the asking application sees it. */
export interface VisibleProfile {
  readonly profile: StoredProfile
  readonly type: StoredProfileType
}

export type FoundProfile =
  | ({ readonly _tag: "Found" } & VisibleProfile)
  | { readonly _tag: "Absent"; readonly reason: "missing" | "expired" | "invalidated" }

export const ownerOf = (call: DeviceCall): ProfileOwner => ({
  clientId: call.client.id,
  device: call.device,
  serviceProvider: call.serviceProvider.id
})

/** The application's own profile with an MVPD, or else one that the call's single sign-on headers unlock. */
export const findProfile = (call: DeviceCall, world: World, mvpd: string): FoundProfile => {
  const own = world.profiles.find(ownerOf(call), mvpd)
  const isUnlocked = own?.type !== "appleSSO" || partnerMvpdOf(call, world) === mvpd
  if (own !== undefined && isUnlocked && isValid(own, call.now)) return { _tag: "Found", profile: own, type: own.type }
  for (const identity of identitiesOf(call)) {
    const profile = world.singleSignOn.find(identity, mvpd, call.now)
    if (profile !== undefined) return { _tag: "Found", profile, type: identity.type }
  }
  if (own === undefined || !isUnlocked) return { _tag: "Absent", reason: "missing" }
  return { _tag: "Absent", reason: own.invalidated ? "invalidated" : "expired" }
}

/** Every profile the call may see, one for each MVPD with an active integration. */
export const findProfiles = (call: DeviceCall, world: World): readonly VisibleProfile[] => {
  const byMvpd = new Map<string, VisibleProfile>()
  for (const profile of world.profiles.ofOwner(ownerOf(call))) {
    const isUnlocked = profile.type !== "appleSSO" || partnerMvpdOf(call, world) === profile.mvpd
    if (isUnlocked && isValid(profile, call.now)) byMvpd.set(profile.mvpd, { profile, type: profile.type })
  }
  for (const identity of identitiesOf(call)) {
    for (const profile of world.singleSignOn.ofIdentity(identity, call.now)) {
      if (!byMvpd.has(profile.mvpd)) byMvpd.set(profile.mvpd, { profile, type: identity.type })
    }
  }
  return [...byMvpd.values()].filter(({ profile }) =>
    world.integrations.isActive(call.serviceProvider.id, profile.mvpd)
  )
}
