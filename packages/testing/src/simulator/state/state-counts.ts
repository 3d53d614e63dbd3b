import type { Throttle } from "../throttle/throttle.ts"
import type { SimulatorState } from "./state.ts"

/** The amount of state of a simulator. Idle state is dropped. */
export interface StateCounts {
  /** Registered clients: credentials never expire. */
  readonly clients: number
  /** Access tokens that have not expired, or whose expiry has not been noticed yet. */
  readonly accessTokens: number
  readonly sessions: number
  /** Devices that own a profile. */
  readonly profileOwners: number
  /** Users of single sign-on. */
  readonly singleSignOnIdentities: number
  /** Devices with a throttle bucket. */
  readonly buckets: number
}

export const countState = (state: SimulatorState, throttle: Throttle | undefined): StateCounts => ({
  clients: state.clients.size,
  accessTokens: state.accessTokens.size,
  sessions: state.sessions.size,
  profileOwners: state.profiles.owners,
  singleSignOnIdentities: state.singleSignOn.identities,
  buckets: throttle?.devices ?? 0
})
