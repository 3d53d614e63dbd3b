import type { EnhancedErrorCode, Schemas } from "../protocol/schemas.ts"
import type { DeviceCall } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { describeProfile, profilesResponse } from "../responses/profile.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { degradedProfile } from "../rules/degraded-profile.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { ownerOf } from "../rules/find-profile.ts"
import { frameworkStatusOf, isKnownPartner } from "../rules/framework-status.ts"
import { grantProfile } from "../rules/grant-profile.ts"
import { readSamlResponse } from "../rules/saml.ts"
import { findViewer } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"

/** `POST /api/v2/{serviceProvider}/profiles/sso/{partner}` (docs/protocol/rest-api-v2.md section 15). */
export const createPartnerProfile = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const refuse = (code: EnhancedErrorCode) => enhancedError(state.random, code)
  if (!isKnownPartner(call.pathParameters["partner"])) return refuse("invalid_parameter_partner")
  const status = frameworkStatusOf(call.headers.get("ap-partner-framework-status"), state, call.now)
  if (status._tag === "Unusable") {
    reject(call, "partner-framework-status", `AP-Partner-Framework-Status is not usable: ${status.code}.`)
    return refuse(status.code)
  }
  const requested = state.partnerRequests.take(call.device)
  if (requested !== undefined && requested !== status.mvpd) return refuse("invalid_header_pfs_provider_id_mismatch")
  const integration = findIntegration(state, call.serviceProvider.id, status.mvpd)
  if (integration._tag === "Unavailable") return refuse(integration.code)
  const { mvpd, degradation } = integration
  // C-V2-15: the sample of a degraded integration returns 200.
  if (degradation?.rule === "AuthNAll") return profilesResponse({ [mvpd.id]: degradedProfile(call.device, call.now) })

  const response = readSamlResponse(call.body._tag === "Form" ? call.body.parameters["SAMLResponse"] : undefined)
  if (response._tag === "Invalid") {
    reject(call, "body", `\`SAMLResponse\` is ${response.reason}.`)
    return refuse("invalid_parameter_saml_response")
  }
  const viewer = findViewer(mvpd, response.viewer)
  if (viewer === undefined) return refuse("invalid_parameter_saml_response")
  const profile = grantProfile(state, { owner: ownerOf(call), mvpd, viewer, type: "appleSSO" }, call.now)
  const body: Schemas["Profiles"] = { profiles: { [mvpd.id]: describeProfile(profile, "appleSSO") } }
  return json(201, body)
}
