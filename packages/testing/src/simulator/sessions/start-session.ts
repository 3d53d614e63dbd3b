import type { DeviceCall } from "../call/call.ts"
import { ownerOf } from "../profiles/find-profile.ts"
import { identitiesOf } from "../single-sign-on/identity.ts"
import type { World } from "../world.ts"
import { drawCode } from "./authentication-code.ts"
import type { Session, SessionParameters } from "./session.ts"

/** Starts a session for the device of a call; an earlier one of that device ends. */
export const startSession = (call: DeviceCall, world: World, parameters: SessionParameters): Session => {
  const session: Session = {
    code: drawCode(world.random, (code) => world.sessions.find(code) !== undefined),
    sessionId: world.random.uuid(),
    owner: ownerOf(call),
    identities: identitiesOf(call),
    parameters,
    notBefore: call.now,
    notAfter: call.now + world.settings.sessionLifetime * 1_000,
    state: "waiting",
    lastPoll: undefined,
    device: {
      deviceInfo: call.headers.get("x-device-info"),
      userAgent: call.headers.get("user-agent"),
      address: call.address
    }
  }
  world.sessions.add(session)
  return session
}
