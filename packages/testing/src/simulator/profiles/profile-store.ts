import type { ProfileOwner, StoredProfile } from "./stored-profile.ts"
import { sweepOldest } from "./sweep-oldest.ts"

/** Profiles by owner and MVPD. */
export interface ProfileStore {
  add(profile: StoredProfile, now: number): void
  /** Also a profile that is no longer valid, until it is forgotten. */
  find(owner: ProfileOwner, mvpd: string): StoredProfile | undefined
  ofOwner(owner: ProfileOwner): readonly StoredProfile[]
  delete(owner: ProfileOwner, mvpd: string): void
  all(): readonly StoredProfile[]
  readonly owners: number
}

/** Milliseconds for which an expired profile still answers `authenticated_profile_expired`. */
const remembered = 24 * 60 * 60 * 1_000

const keyOf = ({ clientId, device, serviceProvider }: ProfileOwner) => `${clientId}\n${device}\n${serviceProvider}`

/** Forgets what expired long ago; says whether nothing is left. */
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
