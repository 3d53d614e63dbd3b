import { createAccessTokens } from "./access-tokens/access-tokens.ts"
import { createApplications } from "./applications/create-applications.ts"
import { defaultApplications, defaultMvpds, defaultServiceProviders } from "./default-options.ts"
import { createIntegrations } from "./integrations/integrations.ts"
import { createLogoutAddresses } from "./logout/logout-addresses.ts"
import { createMvpds } from "./mvpds/mvpd.ts"
import { createPartnerRequests } from "./partner/partner-requests.ts"
import { createProfileStore } from "./profiles/profile-store.ts"
import type { Random } from "./randomness/random.ts"
import { createClients } from "./registration/create-clients.ts"
import { createServiceProviders } from "./service-providers/service-provider.ts"
import { createSessionStore } from "./sessions/session-store.ts"
import { createSettings } from "./settings.ts"
import type { SimulatorOptions } from "./simulator-options.ts"
import { createSingleSignOnProfiles } from "./single-sign-on/single-sign-on-profiles.ts"
import { createTrials } from "./temporary-access/trials.ts"
import type { World } from "./world.ts"

export const createWorld = (options: SimulatorOptions, random: Random): World => {
  const serviceProviders = createServiceProviders(options.serviceProviders ?? defaultServiceProviders)
  const mvpds = options.mvpds ?? defaultMvpds
  const applications = createApplications(options.applications ?? defaultApplications)
  return {
    settings: createSettings(options),
    random,
    applications,
    clients: createClients(options.clients ?? [], applications),
    accessTokens: createAccessTokens(),
    serviceProviders,
    mvpds: createMvpds(mvpds),
    integrations: createIntegrations(mvpds, [...serviceProviders.keys()]),
    sessions: createSessionStore(),
    profiles: createProfileStore(),
    singleSignOn: createSingleSignOnProfiles(),
    trials: createTrials(),
    partnerRequests: createPartnerRequests(),
    logoutAddresses: createLogoutAddresses()
  }
}
