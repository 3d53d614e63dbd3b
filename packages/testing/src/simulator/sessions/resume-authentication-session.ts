import type { AuthorizedCall } from "../call/call.ts"
import { isValid } from "../profiles/stored-profile.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { World } from "../world.ts"
import { findSession } from "./find-session.ts"
import { authorizeAnswer, sessionAnswer } from "./session-answer.ts"
import { readSessionParameters } from "./session-parameters.ts"
import { shortcutOf } from "./shortcut.ts"

/**
 * `POST /api/v2/{serviceProvider}/sessions/{code}` (docs/protocol/rest-api-v2.md section 8): adds what is missing, from
 * whatever application knows the code.
 */
export const resumeAuthenticationSession = (call: AuthorizedCall, world: World): Answer => {
  const found = findSession(call, world)
  if (found._tag === "Unavailable") return enhancedError(world.random, found.code)
  const read = readSessionParameters(call, world)
  if (read._tag === "Refused") return read.answer
  const { session } = found
  const { parameters } = session
  session.parameters = {
    mvpd: read.parameters.mvpd ?? parameters.mvpd,
    domainName: read.parameters.domainName ?? parameters.domainName,
    redirectUrl: read.parameters.redirectUrl ?? parameters.redirectUrl
  }
  const { mvpd } = session.parameters
  const { serviceProvider } = session.owner
  const existing = () => {
    const profile = mvpd === undefined ? undefined : world.profiles.find(session.owner, mvpd)
    return profile?.type === "regular" && isValid(profile, call.now) ? "authenticated" : undefined
  }
  const shortcut = mvpd === undefined ? undefined : shortcutOf(world, serviceProvider, mvpd, existing)
  if (mvpd !== undefined && shortcut !== undefined) {
    return authorizeAnswer({ serviceProvider, mvpd, sessionId: session.sessionId }, shortcut)
  }
  return sessionAnswer(session, world.settings, { incomplete: "retry" })
}
