import type { DeviceCall } from "../call/call.ts"
import { reject } from "../call/violation.ts"
import { degradedProfile } from "../degradation/degraded-profile.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import { describeProfile } from "../profiles/describe-profile.ts"
import { ownerOf } from "../profiles/find-profile.ts"
import { grantProfile } from "../profiles/grant-profile.ts"
import { profilesAnswer } from "../profiles/retrieve-profiles.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError, type EnhancedErrorCode } from "../responses/enhanced-error.ts"
import { findViewer } from "../viewers/find-viewer.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { frameworkStatusOf } from "./framework-status.ts"
import { isKnownPartner } from "./partner-name.ts"
import { readSamlResponse } from "./saml.ts"

/** `POST /api/v2/{serviceProvider}/profiles/sso/{partner}` (docs/protocol/rest-api-v2.md section 15). */
export const createPartnerProfile = (call: DeviceCall, world: World): Answer => {
  const refuse = (code: EnhancedErrorCode) => enhancedError(world.random, code)
  if (!isKnownPartner(call.pathParameters["partner"])) return refuse("invalid_parameter_partner")
  const status = frameworkStatusOf(call.headers.get("ap-partner-framework-status"), world, call.now)
  if (status._tag === "Unusable") {
    reject(call, "partner-framework-status", `AP-Partner-Framework-Status is not usable: ${status.code}.`)
    return refuse(status.code)
  }
  const requested = world.partnerRequests.take(call.device)
  if (requested !== undefined && requested !== status.mvpd) return refuse("invalid_header_pfs_provider_id_mismatch")
  const integration = findIntegration(world, call.serviceProvider.id, status.mvpd)
  if (integration._tag === "Unavailable") return refuse(integration.code)
  const { mvpd, degradation } = integration
  // C-V2-15: the sample of a degraded integration answers 200.
  if (degradation?.rule === "AuthNAll") return profilesAnswer({ [mvpd.id]: degradedProfile(call.device, call.now) })

  const response = readSamlResponse(call.body._tag === "Form" ? call.body.parameters["SAMLResponse"] : undefined)
  if (response._tag === "Invalid") {
    reject(call, "body", `\`SAMLResponse\` is ${response.reason}.`)
    return refuse("invalid_parameter_saml_response")
  }
  const viewer = findViewer(mvpd, response.viewer)
  if (viewer === undefined) return refuse("invalid_parameter_saml_response")
  const profile = grantProfile(world, { owner: ownerOf(call), mvpd, viewer, type: "appleSSO" }, call.now)
  const body: Schemas["Profiles"] = { profiles: { [mvpd.id]: describeProfile(profile, "appleSSO") } }
  return json(201, body)
}
