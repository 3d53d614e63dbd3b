import type { AuthorizedCall } from "../call/call.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { World } from "../world.ts"

/**
 * `GET /api/v2/{serviceProvider}/configuration` (docs/protocol/rest-api-v2.md section 5): one object, with the MVPDs whose
 * integration is active (C-V2-4).
 */
export const retrieveConfiguration = (call: AuthorizedCall, world: World): Answer => {
  const serviceProvider = world.serviceProviders.get(call.serviceProvider)
  if (serviceProvider === undefined) return enhancedError(world, "invalid_parameter_service_provider")
  const active = [...world.mvpds.values()].filter((mvpd) => !mvpd.disabledFor.has(serviceProvider.id))
  return json(200, {
    device: "unknown",
    clientType: "html5",
    os: "Unknown",
    requestor: {
      id: serviceProvider.id,
      name: serviceProvider.name,
      domains: serviceProvider.domains.map((name) => ({ name, mvpdInitiated: false })),
      mvpds: active.map(describeMvpd)
    }
  })
}

/** Flags appear only when they hold, as in the sample. */
const describeMvpd = (mvpd: Mvpd) => ({
  id: mvpd.id,
  displayName: mvpd.displayName,
  logoUrl: mvpd.logoUrl,
  ...(mvpd.temporaryAccess === undefined ? {} : { isTempPass: true }),
  ...(mvpd.isProxy ? { isProxy: true } : {})
})
