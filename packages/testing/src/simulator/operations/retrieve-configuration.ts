import { isApplePlatform } from "../encoding/device-headers.ts"
import type { Schemas } from "../protocol/schemas.ts"
import type { AuthorizedCall } from "../request/call.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import type { Mvpd, MvpdFlags } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * `GET /api/v2/{serviceProvider}/configuration` (docs/protocol/rest-api-v2.md section 5): one object, with the MVPDs whose
 * integration is active (C-V2-4).
 */
export const retrieveConfiguration = (call: AuthorizedCall, state: SimulatorState): SimulatedResponse => {
  const { id, name, domains } = call.serviceProvider
  const active = [...state.mvpds.values()].filter((mvpd) => state.integrations.isActive(id, mvpd.id))
  const isApple = isApplePlatform(call.headers)
  const body: Schemas["Configuration"] = {
    device: "unknown",
    clientType: "html5",
    os: "Unknown",
    requestor: {
      id,
      name,
      domains: domains.map((domain) => ({ name: domain, mvpdInitiated: false })),
      mvpds: active.map((mvpd) => describeMvpd(mvpd, isApple))
    }
  }
  return json(200, body)
}

const describeMvpd = (mvpd: Mvpd, isApple: boolean): Schemas["Mvpd"] => ({
  id: mvpd.id,
  displayName: mvpd.displayName,
  logoUrl: mvpd.logoUrl,
  ...(isApple ? mvpd.flags : withoutAppleFlags(mvpd.flags)),
  ...(mvpd.temporaryAccess === undefined ? {} : { isTempPass: true })
})

/** The table says "Apple platforms" of these. */
const withoutAppleFlags = ({
  boardingStatus: _boardingStatus,
  platformMappingId: _platformMappingId,
  enablePlatformServices: _enablePlatformServices,
  displayInPlatformPicker: _displayInPlatformPicker,
  enforcePlatformPermissions: _enforcePlatformPermissions,
  ...flags
}: MvpdFlags): MvpdFlags => flags
