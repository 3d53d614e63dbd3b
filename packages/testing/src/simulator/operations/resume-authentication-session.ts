import type { AuthorizedCall } from "../request/call.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { authorizeResponse, sessionResponse } from "../responses/session-response.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { findSession } from "../rules/find-session.ts"
import { shortcutOf } from "../rules/login-shortcut.ts"
import { readSessionParameters } from "../rules/session-parameters.ts"
import { isValid } from "../state/profiles.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * `POST /api/v2/{serviceProvider}/sessions/{code}` (docs/protocol/rest-api-v2.md section 8): adds what is missing, from
 * any application that knows the code.
 */
export const resumeAuthenticationSession = (call: AuthorizedCall, state: SimulatorState): SimulatedResponse => {
  const found = findSession(call, state)
  if (found._tag === "Unavailable") return enhancedError(state.random, found.code)
  const read = readSessionParameters(call, state)
  if (read._tag === "Refused") return read.response
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
    const profile = mvpd === undefined ? undefined : state.profiles.find(session.owner, mvpd)
    return profile?.type === "regular" && isValid(profile, call.now) ? "authenticated" : undefined
  }
  const shortcut = mvpd === undefined ? undefined : shortcutOf(state, serviceProvider, mvpd, existing)
  if (mvpd !== undefined && shortcut !== undefined) {
    return authorizeResponse({ serviceProvider, mvpd, sessionId: session.sessionId }, shortcut)
  }
  return sessionResponse(session, state.settings, { incomplete: "retry" })
}
