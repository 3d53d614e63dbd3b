import type { AccessTokens } from "./access-tokens/access-tokens.ts"
import type { Applications } from "./applications/create-applications.ts"
import type { Integrations } from "./integrations/integrations.ts"
import type { LogoutAddresses } from "./logout/logout-addresses.ts"
import type { Mvpd } from "./mvpds/mvpd.ts"
import type { PartnerRequests } from "./partner/partner-requests.ts"
import type { ProfileStore } from "./profiles/profile-store.ts"
import type { Random } from "./randomness/random.ts"
import type { Client } from "./registration/client.ts"
import type { ServiceProvider } from "./service-providers/service-provider.ts"
import type { SessionStore } from "./sessions/session-store.ts"
import type { Settings } from "./settings.ts"
import type { SingleSignOnProfiles } from "./single-sign-on/single-sign-on-profiles.ts"
import type { Trials } from "./temporary-access/trials.ts"

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
  readonly integrations: Integrations
  readonly sessions: SessionStore
  readonly profiles: ProfileStore
  readonly singleSignOn: SingleSignOnProfiles
  readonly trials: Trials
  readonly partnerRequests: PartnerRequests
  readonly logoutAddresses: LogoutAddresses
}
