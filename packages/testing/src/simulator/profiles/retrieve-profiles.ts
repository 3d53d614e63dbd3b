import type { DeviceCall } from "../call/call.ts"
import { partnerStatusRejection } from "../partner/partner-mvpd.ts"
import { json, type Answer } from "../responses/answer.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { describeProfile } from "./describe-profile.ts"
import { findProfiles } from "./find-profile.ts"

/**
 * `GET /api/v2/{serviceProvider}/profiles` (docs/protocol/rest-api-v2.md section 11). Never lists temporary or degraded
 * access.
 */
export const retrieveProfiles = (call: DeviceCall, world: World): Answer => {
  const rejection = partnerStatusRejection(call, world)
  if (rejection !== undefined) return rejection
  const profiles = findProfiles(call, world).map(({ profile, type }) => [profile.mvpd, describeProfile(profile, type)])
  return profilesAnswer(Object.fromEntries(profiles))
}

export const profilesAnswer = (profiles: Schemas["Profiles"]["profiles"]): Answer =>
  json(200, { profiles } satisfies Schemas["Profiles"])
