import type { DeviceCall } from "../request/call.ts"
import { drawCode, type Session, type SessionParameters } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"
import { ownerOf } from "./find-profile.ts"
import { identitiesOf } from "./single-sign-on-identities.ts"

/** Starts a session for the device of a call, which ends an earlier session of the device. */
export const startSession = (call: DeviceCall, state: SimulatorState, parameters: SessionParameters): Session => {
  const session: Session = {
    code: drawCode(state.random, (code) => state.sessions.find(code) !== undefined),
    sessionId: state.random.uuid(),
    owner: ownerOf(call),
    identities: identitiesOf(call),
    parameters,
    notBefore: call.now,
    notAfter: call.now + state.settings.sessionLifetime * 1_000,
    state: "waiting",
    lastPoll: undefined,
    device: {
      deviceInfo: call.headers.get("x-device-info"),
      userAgent: call.headers.get("user-agent"),
      address: call.address
    }
  }
  state.sessions.add(session)
  return session
}
