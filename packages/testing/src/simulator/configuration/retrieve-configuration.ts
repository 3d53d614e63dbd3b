import type { AuthorizedCall } from "../call/call.ts"
import { isApplePlatform } from "../device/apple-platform.ts"
import type { Mvpd, MvpdFlags } from "../mvpds/mvpd.ts"
import { json, type Answer } from "../responses/answer.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"

/**
 * `GET /api/v2/{serviceProvider}/configuration` (docs/protocol/rest-api-v2.md section 5): one object, with the MVPDs whose
 * integration is active (C-V2-4).
 */
export const retrieveConfiguration = (call: AuthorizedCall, world: World): Answer => {
  const { id, name, domains } = call.serviceProvider
  const active = [...world.mvpds.values()].filter((mvpd) => world.integrations.isActive(id, mvpd.id))
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
