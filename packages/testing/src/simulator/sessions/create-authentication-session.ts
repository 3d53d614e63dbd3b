import type { DeviceCall } from "../call/call.ts"
import { findProfile } from "../profiles/find-profile.ts"
import type { Answer } from "../responses/answer.ts"
import type { World } from "../world.ts"
import { authorizeAnswer, sessionAnswer } from "./session-answer.ts"
import { readSessionParameters } from "./session-parameters.ts"
import { shortcutOf } from "./shortcut.ts"
import { startSession } from "./start-session.ts"

/** `POST /api/v2/{serviceProvider}/sessions` (docs/protocol/rest-api-v2.md section 7). */
export const createAuthenticationSession = (call: DeviceCall, world: World): Answer => {
  const read = readSessionParameters(call, world)
  if (read._tag === "Refused") return read.answer
  const { mvpd } = read.parameters
  const serviceProvider = call.serviceProvider.id
  const shortcut =
    mvpd === undefined ? undefined : shortcutOf(world, serviceProvider, mvpd, () => existing(call, world, mvpd))
  if (mvpd !== undefined && shortcut !== undefined) {
    return authorizeAnswer({ serviceProvider, mvpd, sessionId: world.random.uuid() }, shortcut)
  }
  return sessionAnswer(startSession(call, world, read.parameters), world.settings, { incomplete: "resume" })
}

const existing = (call: DeviceCall, world: World, mvpd: string) => {
  const found = findProfile(call, world, mvpd)
  if (found._tag === "Absent") return undefined
  return found.type === "regular" ? "authenticated" : "authenticatedSSO"
}
