import type { AccessTokens } from "./access-tokens/access-tokens.ts"
import type { Applications } from "./applications/create-applications.ts"
import type { Mvpd } from "./mvpds/mvpd.ts"
import type { Random } from "./randomness/random.ts"
import type { Client } from "./registration/client.ts"
import type { ServiceProvider } from "./service-providers/service-provider.ts"
import type { Settings } from "./settings.ts"

/** Everything the simulated Adobe Pass knows. */
export interface World {
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
}
