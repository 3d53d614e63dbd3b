import { isValid, type StoredProfile } from "./profiles.ts"
import { sweepOldest } from "./sweep-oldest.ts"

/** The identity of a user according to a platform or an identity service. */
export interface SingleSignOnIdentity {
  /** The type of the profiles that it gives access to. */
  readonly type: "platformSSO" | "serviceTokenSSO"
  readonly subject: string
}

/**
 * Profiles that other applications may use, by identity and MVPD. They are the profiles of the application that signed
 * in, so validity and logout are shared.
 */
export interface SingleSignOnProfiles {
  share(identities: ReadonlyArray<SingleSignOnIdentity>, profile: StoredProfile, now: number): void
  find(identity: SingleSignOnIdentity, mvpd: string, now: number): StoredProfile | undefined
  ofIdentity(identity: SingleSignOnIdentity, now: number): ReadonlyArray<StoredProfile>
  delete(identity: SingleSignOnIdentity, mvpd: string): void
  /** The number of identities that share a profile. */
  readonly identities: number
}

const keyOf = ({ type, subject }: SingleSignOnIdentity) => `${type}\n${subject}`

/** Removes invalid profiles. Returns whether none is left. */
const forgetInvalid = (profiles: Map<string, StoredProfile>, now: number): boolean => {
  for (const [mvpd, profile] of profiles) if (!isValid(profile, now)) profiles.delete(mvpd)
  return profiles.size === 0
}

export const createSingleSignOnProfiles = (): SingleSignOnProfiles => {
  const byIdentity = new Map<string, Map<string, StoredProfile>>()

  const valid = (identity: SingleSignOnIdentity, now: number): ReadonlyMap<string, StoredProfile> => {
    const profiles = byIdentity.get(keyOf(identity)) ?? new Map<string, StoredProfile>()
    if (forgetInvalid(profiles, now)) byIdentity.delete(keyOf(identity))
    return profiles
  }

  return {
    share: (identities, profile, now) => {
      sweepOldest(byIdentity, (profiles) => forgetInvalid(profiles, now))
      for (const identity of identities) {
        const profiles = byIdentity.get(keyOf(identity)) ?? new Map<string, StoredProfile>()
        profiles.set(profile.mvpd, profile)
        byIdentity.set(keyOf(identity), profiles)
      }
    },
    find: (identity, mvpd, now) => valid(identity, now).get(mvpd),
    ofIdentity: (identity, now) => [...valid(identity, now).values()],
    delete: (identity, mvpd) => void byIdentity.get(keyOf(identity))?.delete(mvpd),
    get identities() {
      return byIdentity.size
    }
  }
}
