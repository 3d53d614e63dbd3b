import type { DeviceCall } from "../call/call.ts"
import { warn } from "../call/violation.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import { findProfile, ownerOf } from "../profiles/find-profile.ts"
import { isValid } from "../profiles/stored-profile.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { authorizeAnswer, sessionAnswer } from "../sessions/session-answer.ts"
import { readSessionParameters } from "../sessions/session-parameters.ts"
import { isComplete, type SessionParameters } from "../sessions/session.ts"
import { shortcutOf } from "../sessions/shortcut.ts"
import { startSession } from "../sessions/start-session.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { frameworkStatusOf } from "./framework-status.ts"
import { isKnownPartner } from "./partner-name.ts"
import { samlRequest } from "./saml.ts"

/**
 * `POST /api/v2/{serviceProvider}/sessions/sso/{partner}` (docs/protocol/rest-api-v2.md section 14). The MVPD comes from the
 * framework status; whatever is wrong with that leads to basic authentication (C-V2-2).
 */
export const retrievePartnerAuthenticationRequest = (call: DeviceCall, world: World): Answer => {
  const { partner } = call.pathParameters
  if (!isKnownPartner(partner)) return enhancedError(world.random, "invalid_parameter_partner")
  const read = readSessionParameters(call, world)
  if (read._tag === "Refused") return read.answer
  const status = frameworkStatusOf(call.headers.get("ap-partner-framework-status"), world, call.now)
  if (status._tag === "Unusable") {
    warn(call, "partner-framework-status", `Falls back to basic authentication: ${status.code}.`)
  }
  // The MVPD is no parameter of this operation.
  const parameters = { ...read.parameters, mvpd: status.mvpd }
  if (status.mvpd === undefined) return fallback(call, world, parameters, "pfs_fallback")

  const integration = findIntegration(world, call.serviceProvider.id, status.mvpd)
  if (integration._tag === "Unavailable") return enhancedError(world.random, integration.code)
  const { mvpd } = integration
  const shortcut = shortcutOf(world, call.serviceProvider.id, mvpd.id, () => existing(call, world, mvpd.id))
  if (shortcut !== undefined) {
    const session = { serviceProvider: call.serviceProvider.id, mvpd: mvpd.id, sessionId: world.random.uuid() }
    return authorizeAnswer(session, shortcut)
  }
  if (status._tag === "Unusable") return fallback(call, world, parameters, "pfs_fallback")
  if (!isComplete(parameters)) return fallback(call, world, parameters, "missing_parameters_fallback")
  if (mvpd.flags.enablePlatformServices !== true) return fallback(call, world, parameters, "configuration_fallback")
  return partnerProfileAnswer(call, world, mvpd)
}

/** Basic authentication instead; `resume` when it lacks parameters, as it lacks the MVPD that the status does not tell. */
const fallback = (call: DeviceCall, world: World, parameters: SessionParameters, reasonType: Fallback): Answer =>
  sessionAnswer(startSession(call, world, parameters), world.settings, { incomplete: "resume", reasonType })

type Fallback = "pfs_fallback" | "missing_parameters_fallback" | "configuration_fallback"

const existing = (call: DeviceCall, world: World, mvpd: string) => {
  const found = findProfile(call, world, mvpd)
  if (found._tag === "Found") return found.type === "regular" ? "authenticated" : "authenticatedSSO"
  const own = world.profiles.find(ownerOf(call), mvpd)
  return own?.type === "regular" && isValid(own, call.now) ? "authenticated" : undefined
}

const partnerProfileAnswer = (call: DeviceCall, world: World, mvpd: Mvpd): Answer => {
  const { id: serviceProvider } = call.serviceProvider
  world.partnerRequests.note(call.device, mvpd.id)
  const body: Schemas["Session"] = {
    actionName: "partner_profile",
    actionType: "direct",
    reasonType: "none",
    url: `/api/v2/${encodeURIComponent(serviceProvider)}/profiles/sso/Apple`,
    sessionId: world.random.uuid(),
    mvpd: mvpd.id,
    serviceProvider,
    authenticationRequest: {
      type: "saml",
      request: samlRequest(world.random, mvpd.id),
      attributesNames: ["uid", "NameID", "uniqueId"]
    }
  }
  return json(200, body)
}
