import { createAccessTokens } from "./access-tokens/access-tokens.ts"
import { createApplications } from "./applications/create-applications.ts"
import { defaultApplications, defaultMvpds, defaultServiceProviders } from "./default-options.ts"
import { createMvpds } from "./mvpds/mvpd.ts"
import type { Random } from "./randomness/random.ts"
import { createServiceProviders } from "./service-providers/service-provider.ts"
import { defaultSettings, type Settings } from "./settings.ts"
import type { SimulatorOptions } from "./simulator-options.ts"
import type { World } from "./world.ts"

const settingsOf = (options: SimulatorOptions): Settings => ({
  tokenLifetime: options.tokenLifetime ?? defaultSettings.tokenLifetime,
  strict: options.strict ?? defaultSettings.strict,
  bodyLimit: options.bodyLimit ?? defaultSettings.bodyLimit
})

export const createWorld = (options: SimulatorOptions, random: Random): World => {
  const serviceProviders = createServiceProviders(options.serviceProviders ?? defaultServiceProviders)
  return {
    settings: settingsOf(options),
    random,
    applications: createApplications(options.applications ?? defaultApplications),
    clients: new Map(),
    accessTokens: createAccessTokens(),
    serviceProviders,
    mvpds: createMvpds(options.mvpds ?? defaultMvpds, serviceProviders.keys())
  }
}
