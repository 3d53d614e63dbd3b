import { toBase64 } from "../encoding/base64.ts"
import type { World } from "../world.ts"
import { steeringFailure } from "./failure.ts"
import { mvpdOf, serviceProvidersOf } from "./select.ts"
import type { IntegrationSelector, Steering } from "./steering.ts"

type IntegrationSteering = Pick<
  Steering,
  | "disableIntegration"
  | "enableIntegration"
  | "degrade"
  | "endDegradation"
  | "exhaustTemporaryAccess"
  | "resetTemporaryAccess"
>

export const steerIntegrations = (world: World, now: () => number): IntegrationSteering => {
  const { integrations, trials } = world

  const forEach = (action: string, selector: IntegrationSelector, change: (serviceProvider: string) => void) => {
    mvpdOf(world, selector.mvpd, action)
    for (const serviceProvider of serviceProvidersOf(world, selector, action)) change(serviceProvider)
  }
  const forEachTrial = (action: string, selector: IntegrationSelector, change: (serviceProvider: string) => void) => {
    if (mvpdOf(world, selector.mvpd, action).temporaryAccess === undefined) {
      throw steeringFailure(action, `${selector.mvpd} is no TempPass`, "Did you forget `temporaryAccess`?")
    }
    forEach(action, selector, change)
  }

  return {
    disableIntegration: (selector) =>
      forEach("disable an integration", selector, (provider) => integrations.disable(provider, selector.mvpd)),
    enableIntegration: (selector) =>
      forEach("enable an integration", selector, (provider) => integrations.enable(provider, selector.mvpd)),
    degrade: ({ rule, message, ...selector }) =>
      forEach("degrade an integration", selector, (provider) =>
        integrations.degrade(provider, selector.mvpd, message === undefined ? { rule } : { rule, message })
      ),
    endDegradation: (selector) =>
      forEach("end a degradation", selector, (provider) => integrations.endDegradation(provider, selector.mvpd)),
    exhaustTemporaryAccess: ({ deviceIdentifier, ...selector }) =>
      forEachTrial("exhaust temporary access", selector, (serviceProvider) => {
        const key = { serviceProvider, mvpd: selector.mvpd, device: toBase64(deviceIdentifier), identity: undefined }
        trials.start(key, now()).exhausted = true
      }),
    resetTemporaryAccess: ({ deviceIdentifier, ...selector }) =>
      forEachTrial("reset temporary access", selector, (provider) => {
        trials.reset(provider, selector.mvpd, deviceIdentifier === undefined ? undefined : toBase64(deviceIdentifier))
      })
  }
}
