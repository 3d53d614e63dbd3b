import type { AccessTokens } from "./access-tokens.ts"
import type { Activity } from "./activity.ts"
import type { Applications } from "./applications.ts"
import type { Client } from "./clients.ts"
import type { Integrations } from "./integrations.ts"
import type { Mvpd } from "./mvpds.ts"
import type { BoundedMap } from "../encoding/bounded-map.ts"
import type { Schemas } from "../protocol/schemas.ts"
import type { ProfileStore } from "./profiles.ts"
import type { ProxiedMvpds } from "./proxied-mvpds.ts"
import type { Random } from "./random.ts"
import type { ServiceProvider } from "./service-providers.ts"
import type { SessionStore } from "./sessions.ts"
import type { Settings } from "./settings.ts"
import type { SingleSignOnProfiles } from "./single-sign-on-profiles.ts"
import type { Trials } from "./trials.ts"

/** The state of the simulated Adobe Pass. */
export interface SimulatorState {
  readonly settings: Settings
  readonly random: Random
  readonly applications: Applications
  /** By client id. */
  readonly clients: Map<string, Client>
  readonly accessTokens: AccessTokens
  /** By id. */
  readonly serviceProviders: ReadonlyMap<string, ServiceProvider>
  /** By id, in the order of the picker. */
  readonly mvpds: ReadonlyMap<string, Mvpd>
  readonly integrations: Integrations
  /** The configuration of each platform and service provider, as of a revision of `integrations`. */
  readonly configurations: Map<string, { readonly revision: number; readonly configuration: Schemas["Configuration"] }>
  readonly sessions: SessionStore
  readonly profiles: ProfileStore
  readonly singleSignOn: SingleSignOnProfiles
  readonly trials: Trials
  /** MVPD of the last partner authentication request of each device. */
  readonly partnerRequests: BoundedMap<string, string>
  /** `redirectUrl` of each logout address (path and query) that operation 11 returned. */
  readonly logoutAddresses: BoundedMap<string, string>
  readonly activity: Activity
  readonly proxiedMvpds: ProxiedMvpds
}
