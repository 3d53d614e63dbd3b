import type { AuthorizedCall } from "../request/call.ts"
import { warn } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { describeProfile, profilesResponse } from "../responses/profile.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { degradedProfile } from "../rules/degraded-profile.ts"
import { findIntegration } from "../rules/find-integration.ts"
import { findSession } from "../rules/find-session.ts"
import { temporaryProfileResponse } from "../rules/temporary-profile.ts"
import { isValid } from "../state/profiles.ts"
import type { Session } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"

/** Milliseconds between two polls (docs/protocol/flows.md section 6): never faster. */
const shortestInterval = 3_000

/**
 * `GET /api/v2/{serviceProvider}/profiles/code/{code}` (docs/protocol/rest-api-v2.md section 11): what an application polls.
 * Any application may call it; the profile is that of the device which created the session.
 */
export const retrieveProfileForCode = (call: AuthorizedCall, state: SimulatorState): SimulatedResponse => {
  const found = findSession(call, state)
  if (found._tag === "Unavailable") {
    const isDead = found.code === "invalid_authentication_session"
    if (isDead && state.settings.readings.expiredCodeOnProfiles === "empty") return profilesResponse({})
    return enhancedError(state.random, found.code)
  }
  const { session } = found
  notePoll(call, session)
  const { mvpd: id } = session.parameters
  if (id === undefined) return profilesResponse({})
  const integration = findIntegration(state, call.serviceProvider.id, id)
  if (integration._tag === "Unavailable") return enhancedError(state.random, integration.code)
  const { mvpd, degradation } = integration
  const { device } = session.owner
  if (degradation?.rule === "AuthNAll") return profilesResponse({ [id]: degradedProfile(device, call.now) })
  if (mvpd.temporaryAccess !== undefined) {
    return temporaryProfileResponse(call, state, { mvpd: id, options: mvpd.temporaryAccess, device })
  }
  const profile = state.profiles.find(session.owner, id)
  if (profile?.type !== "regular" || !isValid(profile, call.now)) return profilesResponse({})
  return profilesResponse({ [id]: describeProfile(profile, "regular") })
}

const notePoll = (call: AuthorizedCall, session: Session) => {
  if (call.client.id !== session.owner.clientId) return
  const { lastPoll } = session
  session.lastPoll = call.now
  if (lastPoll !== undefined && call.now - lastPoll < shortestInterval) {
    warn(call, "polling", `Polled again after ${call.now - lastPoll} ms: wait 3 to 5 seconds or more.`)
  }
}
