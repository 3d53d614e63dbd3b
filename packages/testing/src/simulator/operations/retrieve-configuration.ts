import { isApplePlatform } from "../encoding/device-headers.ts"
import type { Schemas } from "../protocol/schemas.ts"
import type { AuthorizedCall } from "../request/call.ts"
import { type SimulatedResponse, sharedJson } from "../responses/simulated-response.ts"
import type { Mvpd, MvpdFlags } from "../state/mvpds.ts"
import type { ServiceProvider } from "../state/service-providers.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * `GET /api/v2/{serviceProvider}/configuration` (docs/protocol/rest-api-v2.md section 5): one object, with the MVPDs whose
 * integration is active (C-V2-4). All devices of a platform get the same one until an integration changes.
 */
export const retrieveConfiguration = (call: AuthorizedCall, state: SimulatorState): SimulatedResponse => {
  const { serviceProvider } = call
  const { revision } = state.integrations
  const isApple = isApplePlatform(call.headers)
  const key = `${isApple ? "Apple" : "other"} ${serviceProvider.id}`
  const remembered = state.configurations.get(key)
  if (remembered?.revision === revision) return sharedJson(200, remembered.configuration)
  const configuration = describeConfiguration(serviceProvider, isApple, state)
  state.configurations.set(key, { revision, configuration })
  return sharedJson(200, configuration)
}

const describeConfiguration = (
  { id, name, domains }: ServiceProvider,
  isApple: boolean,
  { mvpds, integrations }: SimulatorState
): Schemas["Configuration"] => {
  const active = [...mvpds.values()].filter((mvpd) => integrations.isActive(id, mvpd.id))
  return {
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
