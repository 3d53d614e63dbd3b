import type { DeviceCall } from "../request/call.ts"
import { describeProfile, profilesResponse } from "../responses/profile.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { findProfiles } from "../rules/find-profile.ts"
import { partnerStatusRejection } from "../rules/framework-status.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * `GET /api/v2/{serviceProvider}/profiles` (docs/protocol/rest-api-v2.md section 11). Never lists temporary or degraded
 * access.
 */
export const retrieveProfiles = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const rejection = partnerStatusRejection(call, state)
  if (rejection !== undefined) return rejection
  const profiles = findProfiles(call, state).map(({ profile, type }) => [profile.mvpd, describeProfile(profile, type)])
  return profilesResponse(Object.fromEntries(profiles))
}
