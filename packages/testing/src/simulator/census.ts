import type { Throttle } from "./throttle/throttle.ts"
import type { World } from "./world.ts"

/** How much state a simulator holds; what is idle is dropped. */
export interface Census {
  /** Registered clients: credentials never expire. */
  readonly clients: number
  /** Access tokens that have not expired, or whose expiry has not been noticed yet. */
  readonly accessTokens: number
  readonly sessions: number
  /** Devices that own a profile. */
  readonly profileOwners: number
  /** Users that single sign-on knows. */
  readonly singleSignOnIdentities: number
  /** Devices with a throttle bucket. */
  readonly buckets: number
}

export const takeCensus = (world: World, throttle: Throttle | undefined): Census => ({
  clients: world.clients.size,
  accessTokens: world.accessTokens.size,
  sessions: world.sessions.size,
  profileOwners: world.profiles.owners,
  singleSignOnIdentities: world.singleSignOn.identities,
  buckets: throttle?.devices ?? 0
})
