import { sha256 } from "@tve-pass/client"
import type { Schemas } from "../protocol/schemas.ts"
import type { DeviceCall } from "../request/call.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { ownerOf } from "../rules/find-profile.ts"
import { isAcceptableRedirectUrl } from "../rules/redirect-urls.ts"
import { identitiesOf } from "../rules/single-sign-on-identities.ts"
import type { Mvpd } from "../state/mvpds.ts"
import { isValid, type StoredProfile } from "../state/profiles.ts"
import type { SimulatorState } from "../state/state.ts"

/** `GET /api/v2/{serviceProvider}/logout/{mvpd}` (docs/protocol/rest-api-v2.md section 13). */
export const initiateLogout = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const redirectUrl = call.query.get("redirectUrl") ?? ""
  if (!isAcceptableRedirectUrl(redirectUrl, call, state)) {
    return enhancedError(state.random, "invalid_parameter_redirect_url")
  }
  const integration = findIntegration(state, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") return enhancedError(state.random, integration.code)
  const { mvpd, degradation } = integration
  const profile = removeProfiles(call, state, mvpd)
  if (degradation?.rule === "AuthNAll" || mvpd.temporaryAccess !== undefined) return logoutResponse(mvpd, complete)
  if (profile === undefined) return logoutResponse(mvpd, { actionName: "invalid", actionType: "none" })
  if (profile.type === "appleSSO") {
    return logoutResponse(mvpd, { actionName: "partner_logout", actionType: "partner_interactive" })
  }
  if (!mvpd.logsOut) return logoutResponse(mvpd, complete)
  const url = logoutUrl(call, state, mvpd, redirectUrl)
  return logoutResponse(mvpd, { actionName: "logout", actionType: "interactive", url })
}

const complete = { actionName: "complete", actionType: "none" } as const

const logoutResponse = ({ id }: Mvpd, logout: Omit<Schemas["Logout"], "mvpd">): SimulatedResponse => {
  const body: Schemas["Logouts"] = { logouts: { [id]: { ...logout, mvpd: id } } }
  return json(200, body)
}

/**
 * Deletes the application's profile and, with a single sign-on header, the shared one and that of the application which
 * authenticated. Gives the profile that was valid.
 */
const removeProfiles = (call: DeviceCall, state: SimulatorState, mvpd: Mvpd): StoredProfile | undefined => {
  const own = state.profiles.find(ownerOf(call), mvpd.id)
  const shared = identitiesOf(call).map((identity) => {
    const profile = state.singleSignOn.find(identity, mvpd.id, call.now)
    state.singleSignOn.delete(identity, mvpd.id)
    return profile
  })
  const removed = [own, ...shared].filter((profile) => profile !== undefined)
  for (const profile of removed) state.profiles.delete(profile.owner, mvpd.id)
  return removed.find((profile) => isValid(profile, call.now))
}

const logoutUrl = (call: DeviceCall, state: SimulatorState, mvpd: Mvpd, redirectUrl: string): string => {
  const isRelative = state.settings.readings.logoutUrl === "relative"
  const query = new URLSearchParams(
    isRelative
      ? { requestor_id: call.serviceProvider.id, mso_id: mvpd.id, pt_device_id: sha256(call.device) }
      : { noflash: "true", mso_id: mvpd.id, requestor_id: call.serviceProvider.id, redirect_url: redirectUrl }
  )
  const address = `/adobe-services/logout?${query}`
  state.logoutAddresses.set(address, redirectUrl)
  return isRelative ? address : `${call.origin}${address}`
}
