import type { DeviceCall } from "../request/call.ts"
import { authorizeResponse, sessionResponse } from "../responses/session-response.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { findProfile } from "../rules/find-profile.ts"
import { shortcutOf } from "../rules/login-shortcut.ts"
import { readSessionParameters } from "../rules/session-parameters.ts"
import { startSession } from "../rules/start-session.ts"
import type { SimulatorState } from "../state/state.ts"

/** `POST /api/v2/{serviceProvider}/sessions` (docs/protocol/rest-api-v2.md section 7). */
export const createAuthenticationSession = (call: DeviceCall, state: SimulatorState): SimulatedResponse => {
  const read = readSessionParameters(call, state)
  if (read._tag === "Refused") return read.response
  const { mvpd } = read.parameters
  const serviceProvider = call.serviceProvider.id
  const shortcut =
    mvpd === undefined ? undefined : shortcutOf(state, serviceProvider, mvpd, () => existing(call, state, mvpd))
  if (mvpd !== undefined && shortcut !== undefined) {
    return authorizeResponse({ serviceProvider, mvpd, sessionId: state.random.uuid() }, shortcut)
  }
  return sessionResponse(startSession(call, state, read.parameters), state.settings, { incomplete: "resume" })
}

const existing = (call: DeviceCall, state: SimulatorState, mvpd: string) => {
  const found = findProfile(call, state, mvpd)
  if (found._tag === "Absent") return undefined
  return found.type === "regular" ? "authenticated" : "authenticatedSSO"
}
