import type { Viewer } from "./mvpds.ts"
import { sweepOldest } from "./sweep-oldest.ts"

/** The owner of a profile. A profile is lost with the credentials or the device identifier. */
export interface ProfileOwner {
  readonly clientId: string
  /** Base64 of the device identifier. */
  readonly device: string
  readonly serviceProvider: string
}

/** Proof that a viewer authenticated. */
export interface StoredProfile {
  readonly owner: ProfileOwner
  readonly mvpd: string
  readonly viewer: Viewer
  /** `appleSSO`: obtained with the partner framework. `regular`: obtained on the MVPD's login page. */
  readonly type: "regular" | "appleSSO"
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  notAfter: number
  /** Whether the MVPD or a test has invalidated it. */
  invalidated: boolean
}

export const isValid = (profile: StoredProfile, now: number): boolean => !profile.invalidated && now < profile.notAfter

/** Profiles by owner and MVPD. */
export interface ProfileStore {
  add(profile: StoredProfile, now: number): void
  /** Returns a profile, including an invalid one until it is dropped. */
  find(owner: ProfileOwner, mvpd: string): StoredProfile | undefined
  ofOwner(owner: ProfileOwner): ReadonlyArray<StoredProfile>
  delete(owner: ProfileOwner, mvpd: string): void
  all(): ReadonlyArray<StoredProfile>
  readonly owners: number
}

/** Milliseconds for which an expired profile still returns `authenticated_profile_expired`. */
const remembered = 24 * 60 * 60 * 1_000

const keyOf = ({ clientId, device, serviceProvider }: ProfileOwner) => `${clientId}\n${device}\n${serviceProvider}`

/** Drops profiles that expired long ago. Returns whether none is left. */
const forgetExpired = (profiles: Map<string, StoredProfile>, now: number): boolean => {
  for (const [mvpd, { notAfter }] of profiles) if (notAfter + remembered <= now) profiles.delete(mvpd)
  return profiles.size === 0
}

export const createProfileStore = (): ProfileStore => {
  const byOwner = new Map<string, Map<string, StoredProfile>>()

  return {
    add: (profile, now) => {
      sweepOldest(byOwner, (profiles) => forgetExpired(profiles, now))
      const key = keyOf(profile.owner)
      const profiles = byOwner.get(key) ?? new Map<string, StoredProfile>()
      profiles.set(profile.mvpd, profile)
      byOwner.set(key, profiles)
    },
    find: (owner, mvpd) => byOwner.get(keyOf(owner))?.get(mvpd),
    ofOwner: (owner) => [...(byOwner.get(keyOf(owner))?.values() ?? [])],
    delete: (owner, mvpd) => void byOwner.get(keyOf(owner))?.delete(mvpd),
    all: () => [...byOwner.values()].flatMap((profiles) => [...profiles.values()]),
    get owners() {
      return byOwner.size
    }
  }
}
