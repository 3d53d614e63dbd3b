import { sha256 } from "@tve-pass/client"
import type { DeviceCall } from "../call/call.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import { ownerOf } from "../profiles/find-profile.ts"
import { isValid, type StoredProfile } from "../profiles/stored-profile.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { isAcceptableRedirectUrl } from "../service-providers/redirect-url.ts"
import { identitiesOf } from "../single-sign-on/identity.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"

/** `GET /api/v2/{serviceProvider}/logout/{mvpd}` (docs/protocol/rest-api-v2.md section 13). */
export const initiateLogout = (call: DeviceCall, world: World): Answer => {
  const redirectUrl = call.query.get("redirectUrl") ?? ""
  if (!isAcceptableRedirectUrl(redirectUrl, call, world)) {
    return enhancedError(world.random, "invalid_parameter_redirect_url")
  }
  const integration = findIntegration(world, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") return enhancedError(world.random, integration.code)
  const { mvpd, degradation } = integration
  const profile = removeProfiles(call, world, mvpd)
  if (degradation?.rule === "AuthNAll" || mvpd.temporaryAccess !== undefined) return logoutAnswer(mvpd, complete)
  if (profile === undefined) return logoutAnswer(mvpd, { actionName: "invalid", actionType: "none" })
  if (profile.type === "appleSSO") {
    return logoutAnswer(mvpd, { actionName: "partner_logout", actionType: "partner_interactive" })
  }
  if (!mvpd.logsOut) return logoutAnswer(mvpd, complete)
  const url = logoutUrl(call, world, mvpd, redirectUrl)
  return logoutAnswer(mvpd, { actionName: "logout", actionType: "interactive", url })
}

const complete = { actionName: "complete", actionType: "none" } as const

const logoutAnswer = ({ id }: Mvpd, logout: Omit<Schemas["Logout"], "mvpd">): Answer => {
  const body: Schemas["Logouts"] = { logouts: { [id]: { ...logout, mvpd: id } } }
  return json(200, body)
}

/**
 * Deletes the application's profile and, with a single sign-on header, the shared one and that of the application which
 * authenticated. Gives the profile that was valid.
 */
const removeProfiles = (call: DeviceCall, world: World, mvpd: Mvpd): StoredProfile | undefined => {
  const own = world.profiles.find(ownerOf(call), mvpd.id)
  const shared = identitiesOf(call).map((identity) => {
    const profile = world.singleSignOn.find(identity, mvpd.id, call.now)
    world.singleSignOn.delete(identity, mvpd.id)
    return profile
  })
  const removed = [own, ...shared].filter((profile) => profile !== undefined)
  for (const profile of removed) world.profiles.delete(profile.owner, mvpd.id)
  return removed.find((profile) => isValid(profile, call.now))
}

const logoutUrl = (call: DeviceCall, world: World, mvpd: Mvpd, redirectUrl: string): string => {
  const isRelative = world.settings.readings.logoutUrl === "relative"
  const query = new URLSearchParams(
    isRelative
      ? { requestor_id: call.serviceProvider.id, mso_id: mvpd.id, pt_device_id: sha256(call.device) }
      : { noflash: "true", mso_id: mvpd.id, requestor_id: call.serviceProvider.id, redirect_url: redirectUrl }
  )
  const address = `/adobe-services/logout?${query}`
  world.logoutAddresses.note(address, redirectUrl)
  return isRelative ? address : `${call.origin}${address}`
}
