import type { DeviceCall } from "../request/call.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { describeProfile, profilesResponse } from "../responses/profile.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { degradedProfile } from "../rules/degraded-profile.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { findProfile } from "../rules/find-profile.ts"
import { partnerStatusRejection } from "../rules/framework-status.ts"
import { temporaryProfileResponse } from "../rules/temporary-profile.ts"
import type { Mvpd } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"

/** `GET /api/v2/{serviceProvider}/profiles/{mvpd}` (docs/protocol/rest-api-v2.md section 11). */
export const retrieveProfileForMvpd = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const { readings } = state.settings
  const integration = findIntegration(state, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") {
    return readings.unavailableMvpdOnProfiles === "empty"
      ? profilesResponse({})
      : enhancedError(state.random, integration.code)
  }
  const { mvpd, degradation } = integration
  if (degradation?.rule === "AuthNAll") return profilesResponse({ [mvpd.id]: degradedProfile(call.device, call.now) })
  if (mvpd.temporaryAccess !== undefined) {
    return temporaryProfileResponse(call, state, { mvpd: mvpd.id, options: mvpd.temporaryAccess, device: call.device })
  }
  return partnerStatusRejection(call, state) ?? basicProfile(call, state, mvpd)
}

const basicProfile = (call: DeviceCall, state: SimulatorState, mvpd: Mvpd): SimulatedResponse => {
  const found = findProfile(call, state, mvpd.id)
  if (found._tag === "Found") return profilesResponse({ [mvpd.id]: describeProfile(found.profile, found.type) })
  if (found.reason === "expired" && state.settings.readings.expiredProfile === "error") {
    return enhancedError(state.random, "authenticated_profile_expired")
  }
  return profilesResponse({})
}
