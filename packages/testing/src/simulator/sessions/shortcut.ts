import { findIntegration } from "../integrations/find-integration.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"

/**
 * Why an MVPD needs no login: an AuthNAll degradation, a TempPass, or a profile that exists. `undefined` if it needs one.
 */
export const shortcutOf = (
  world: World,
  serviceProvider: string,
  mvpd: string,
  existing: () => Schemas["Session"]["reasonType"] | undefined
): Schemas["Session"]["reasonType"] | undefined => {
  const integration = findIntegration(world, serviceProvider, mvpd)
  if (integration._tag === "Unavailable") return undefined
  if (integration.degradation?.rule === "AuthNAll") return "degraded"
  if (integration.mvpd.temporaryAccess !== undefined) return "temporary"
  return existing()
}
