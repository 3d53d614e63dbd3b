import type { DeviceCall } from "../call/call.ts"
import { degradedProfile } from "../degradation/degraded-profile.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import { partnerStatusRejection } from "../partner/partner-mvpd.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { temporaryProfileAnswer } from "../temporary-access/temporary-profile-answer.ts"
import type { World } from "../world.ts"
import { describeProfile } from "./describe-profile.ts"
import { findProfile } from "./find-profile.ts"
import { profilesAnswer } from "./retrieve-profiles.ts"

/** `GET /api/v2/{serviceProvider}/profiles/{mvpd}` (docs/protocol/rest-api-v2.md section 11). */
export const retrieveProfileForMvpd = (call: DeviceCall, world: World): Answer => {
  const { readings } = world.settings
  const integration = findIntegration(world, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") {
    return readings.unavailableMvpdOnProfiles === "empty"
      ? profilesAnswer({})
      : enhancedError(world.random, integration.code)
  }
  const { mvpd, degradation } = integration
  if (degradation?.rule === "AuthNAll") return profilesAnswer({ [mvpd.id]: degradedProfile(call.device, call.now) })
  if (mvpd.temporaryAccess !== undefined) {
    return temporaryProfileAnswer(call, world, { mvpd: mvpd.id, options: mvpd.temporaryAccess, device: call.device })
  }
  return partnerStatusRejection(call, world) ?? basicProfile(call, world, mvpd)
}

const basicProfile = (call: DeviceCall, world: World, mvpd: Mvpd): Answer => {
  const found = findProfile(call, world, mvpd.id)
  if (found._tag === "Found") return profilesAnswer({ [mvpd.id]: describeProfile(found.profile, found.type) })
  if (found.reason === "expired" && world.settings.readings.expiredProfile === "error") {
    return enhancedError(world.random, "authenticated_profile_expired")
  }
  return profilesAnswer({})
}
