import type { Schemas } from "../protocol/schemas.ts"
import type { SimulatorState } from "../state/state.ts"
import { findIntegration } from "./find-integration.ts"

/**
 * Returns the reason why an MVPD needs no login: an AuthNAll degradation, a TempPass, or an existing profile. Returns
 * `undefined` if it needs a login.
 */
export const shortcutOf = (
  state: SimulatorState,
  serviceProvider: string,
  mvpd: string,
  existing: () => Schemas["Session"]["reasonType"] | undefined
): Schemas["Session"]["reasonType"] | undefined => {
  const integration = findIntegration(state, serviceProvider, mvpd)
  if (integration._tag === "Unavailable") return undefined
  if (integration.degradation?.rule === "AuthNAll") return "degraded"
  if (integration.mvpd.temporaryAccess !== undefined) return "temporary"
  return existing()
}
