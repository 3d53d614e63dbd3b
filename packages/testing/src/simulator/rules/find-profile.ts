import type { DeviceCall } from "../request/call.ts"
import { note } from "../request/violation.ts"
import type { StoredProfileType } from "../responses/profile.ts"
import { isValid, type ProfileOwner, type StoredProfile } from "../state/profiles.ts"
import type { SingleSignOnIdentity } from "../state/single-sign-on-profiles.ts"
import type { SimulatorState } from "../state/state.ts"
import { partnerMvpdOf } from "./framework-status.ts"
import { identitiesOf } from "./single-sign-on-identities.ts"

/** A profile, and the type that the calling application sees. */
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

/**
 * Returns the application's profile with an MVPD, otherwise one that the single sign-on headers of the call give access
 * to.
 */
export const findProfile = (call: DeviceCall, state: SimulatorState, mvpd: string): FoundProfile => {
  const own = state.profiles.find(ownerOf(call), mvpd)
  const isUnlocked = own?.type !== "appleSSO" || partnerMvpdOf(call, state) === mvpd
  if (own !== undefined && isUnlocked && isValid(own, call.now)) return { _tag: "Found", profile: own, type: own.type }
  for (const identity of identitiesOf(call)) {
    if (!isEnabled(call, state, mvpd, identity.type)) continue
    const profile = state.singleSignOn.find(identity, mvpd, call.now)
    if (profile !== undefined) return { _tag: "Found", profile, type: identity.type }
  }
  if (own === undefined || !isUnlocked) return { _tag: "Absent", reason: "missing" }
  return { _tag: "Absent", reason: own.invalidated ? "invalidated" : "expired" }
}

/**
 * Returns whether the integration with an MVPD enables the kind of single sign-on. Records a note if it does not
 * (C-CH-4).
 */
const isEnabled = (
  call: DeviceCall,
  state: SimulatorState,
  mvpd: string,
  type: SingleSignOnIdentity["type"]
): boolean => {
  if (type !== "serviceTokenSSO" || state.mvpds.get(mvpd)?.serviceTokens !== false) return true
  note(call, `AD-Service-Token is ignored: the integration with ${mvpd} does not enable it.`)
  return false
}

/** Returns all profiles that the call may see, one for each MVPD with an active integration. */
export const findProfiles = (call: DeviceCall, state: SimulatorState): ReadonlyArray<VisibleProfile> => {
  const byMvpd = new Map<string, VisibleProfile>()
  for (const profile of state.profiles.ofOwner(ownerOf(call))) {
    const isUnlocked = profile.type !== "appleSSO" || partnerMvpdOf(call, state) === profile.mvpd
    if (isUnlocked && isValid(profile, call.now)) byMvpd.set(profile.mvpd, { profile, type: profile.type })
  }
  for (const identity of identitiesOf(call)) {
    for (const profile of state.singleSignOn.ofIdentity(identity, call.now)) {
      const isUnlocked = isEnabled(call, state, profile.mvpd, identity.type)
      if (isUnlocked && !byMvpd.has(profile.mvpd)) byMvpd.set(profile.mvpd, { profile, type: identity.type })
    }
  }
  return [...byMvpd.values()].filter(({ profile }) =>
    state.integrations.isActive(call.serviceProvider.id, profile.mvpd)
  )
}
