import type { AuthorizedCall } from "../call/call.ts"
import { warn } from "../call/violation.ts"
import { degradedProfile } from "../degradation/degraded-profile.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { findSession } from "../sessions/find-session.ts"
import type { Session } from "../sessions/session.ts"
import { temporaryProfileAnswer } from "../temporary-access/temporary-profile-answer.ts"
import type { World } from "../world.ts"
import { describeProfile } from "./describe-profile.ts"
import { profilesAnswer } from "./retrieve-profiles.ts"
import { isValid } from "./stored-profile.ts"

/** Milliseconds between two polls (docs/protocol/flows.md section 6): never faster. */
const shortestInterval = 3_000

/**
 * `GET /api/v2/{serviceProvider}/profiles/code/{code}` (docs/protocol/rest-api-v2.md section 11): what an application polls.
 * Asked by whatever application, the profile is that of the device which created the session.
 */
export const retrieveProfileForCode = (call: AuthorizedCall, world: World): Answer => {
  const found = findSession(call, world)
  if (found._tag === "Unavailable") {
    const isDead = found.code === "invalid_authentication_session"
    if (isDead && world.settings.readings.expiredCodeOnProfiles === "empty") return profilesAnswer({})
    return enhancedError(world.random, found.code)
  }
  const { session } = found
  notePoll(call, session)
  const { mvpd: id } = session.parameters
  if (id === undefined) return profilesAnswer({})
  const integration = findIntegration(world, call.serviceProvider.id, id)
  if (integration._tag === "Unavailable") return enhancedError(world.random, integration.code)
  const { mvpd, degradation } = integration
  const { device } = session.owner
  if (degradation?.rule === "AuthNAll") return profilesAnswer({ [id]: degradedProfile(device, call.now) })
  if (mvpd.temporaryAccess !== undefined) {
    return temporaryProfileAnswer(call, world, { mvpd: id, options: mvpd.temporaryAccess, device })
  }
  const profile = world.profiles.find(session.owner, id)
  if (profile?.type !== "regular" || !isValid(profile, call.now)) return profilesAnswer({})
  return profilesAnswer({ [id]: describeProfile(profile, "regular") })
}

const notePoll = (call: AuthorizedCall, session: Session) => {
  if (call.client.id !== session.owner.clientId) return
  const { lastPoll } = session
  session.lastPoll = call.now
  if (lastPoll !== undefined && call.now - lastPoll < shortestInterval) {
    warn(call, "polling", `Polled again after ${call.now - lastPoll} ms: wait 3 to 5 seconds or more.`)
  }
}
