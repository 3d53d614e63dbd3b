import { toBase64 } from "../encoding/base64.ts"
import type { SimulatorState } from "../state/state.ts"
import type { IntegrationSelector, SimulatorControls } from "./controls.ts"
import { mvpdOf, serviceProvidersOf, controlFailure } from "./select.ts"

type IntegrationControls = Pick<
  SimulatorControls,
  | "disableIntegration"
  | "enableIntegration"
  | "degrade"
  | "endDegradation"
  | "exhaustTemporaryAccess"
  | "resetTemporaryAccess"
>

export const integrationControls = (state: SimulatorState, now: () => number): IntegrationControls => {
  const { integrations, trials } = state

  const forEach = (action: string, selector: IntegrationSelector, change: (serviceProvider: string) => void) => {
    mvpdOf(state, selector.mvpd, action)
    for (const serviceProvider of serviceProvidersOf(state, selector, action)) change(serviceProvider)
  }
  const forEachTrial = (action: string, selector: IntegrationSelector, change: (serviceProvider: string) => void) => {
    if (mvpdOf(state, selector.mvpd, action).temporaryAccess === undefined) {
      throw controlFailure(action, `${selector.mvpd} is no TempPass`, "Did you forget `temporaryAccess`?")
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
        trials.reset(
          provider,
          selector.mvpd,
          deviceIdentifier === undefined ? undefined : { trialOf: toBase64(deviceIdentifier) }
        )
      })
  }
}
