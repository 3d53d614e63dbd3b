import type { Schemas } from "../protocol/schemas.ts"
import type { DeviceCall } from "../request/call.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { authorizeResponse, sessionResponse } from "../responses/session-response.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { findProfile, ownerOf } from "../rules/find-profile.ts"
import { frameworkStatusOf, isKnownPartner, reportUnusableStatus } from "../rules/framework-status.ts"
import { shortcutOf } from "../rules/login-shortcut.ts"
import { samlRequest } from "../rules/saml.ts"
import { readSessionParameters } from "../rules/session-parameters.ts"
import { startSession } from "../rules/start-session.ts"
import type { Mvpd } from "../state/mvpds.ts"
import { isValid } from "../state/profiles.ts"
import { isComplete, type SessionParameters } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * `POST /api/v2/{serviceProvider}/sessions/sso/{partner}` (docs/protocol/rest-api-v2.md section 14). The MVPD comes from the
 * framework status; any problem with that leads to basic authentication (C-V2-2).
 */
export const retrievePartnerAuthenticationRequest = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const { partner } = call.pathParameters
  if (!isKnownPartner(partner)) return enhancedError(state.random, "invalid_parameter_partner")
  const read = readSessionParameters(call, state)
  if (read._tag === "Refused") return read.response
  const status = frameworkStatusOf(call.headers.get("ap-partner-framework-status"), state, call.now)
  if (status._tag === "Unusable") {
    reportUnusableStatus(call, status.code, `Falls back to basic authentication: ${status.code}.`)
  }
  // The MVPD is no parameter of this operation.
  const parameters = { ...read.parameters, mvpd: status.mvpd }
  if (status.mvpd === undefined) return fallback(call, state, parameters, "pfs_fallback")

  const integration = findIntegration(state, call.serviceProvider.id, status.mvpd)
  if (integration._tag === "Unavailable") return enhancedError(state.random, integration.code)
  const { mvpd } = integration
  const shortcut = shortcutOf(state, call.serviceProvider.id, mvpd.id, () => existing(call, state, mvpd.id))
  if (shortcut !== undefined) {
    const session = { serviceProvider: call.serviceProvider.id, mvpd: mvpd.id, sessionId: state.random.uuid() }
    return authorizeResponse(session, shortcut)
  }
  if (status._tag === "Unusable") return fallback(call, state, parameters, "pfs_fallback")
  if (!isComplete(parameters)) return fallback(call, state, parameters, "missing_parameters_fallback")
  if (mvpd.flags.enablePlatformServices !== true) return fallback(call, state, parameters, "configuration_fallback")
  return partnerProfileResponse(call, state, mvpd)
}

/** Basic authentication instead; `resume` when parameters are missing, among them the MVPD of an unusable status. */
const fallback = (
  call: DeviceCall,
  state: SimulatorState,
  parameters: SessionParameters,
  reasonType: Fallback
): SimulatedResponse =>
  sessionResponse(startSession(call, state, parameters), state.settings, { incomplete: "resume", reasonType })

type Fallback = "pfs_fallback" | "missing_parameters_fallback" | "configuration_fallback"

const existing = (call: DeviceCall, state: SimulatorState, mvpd: string) => {
  const found = findProfile(call, state, mvpd)
  if (found._tag === "Found") return found.type === "regular" ? "authenticated" : "authenticatedSSO"
  const own = state.profiles.find(ownerOf(call), mvpd)
  return own?.type === "regular" && isValid(own, call.now) ? "authenticated" : undefined
}

const partnerProfileResponse = (call: DeviceCall, state: SimulatorState, mvpd: Mvpd): SimulatedResponse => {
  const { id: serviceProvider } = call.serviceProvider
  state.partnerRequests.set(call.device, mvpd.id)
  const body: Schemas["Session"] = {
    actionName: "partner_profile",
    actionType: "direct",
    reasonType: "none",
    url: `/api/v2/${encodeURIComponent(serviceProvider)}/profiles/sso/Apple`,
    sessionId: state.random.uuid(),
    mvpd: mvpd.id,
    serviceProvider,
    authenticationRequest: {
      type: "saml",
      request: samlRequest(state.random, mvpd.id),
      attributesNames: ["uid", "NameID", "uniqueId"]
    }
  }
  return json(200, body)
}
