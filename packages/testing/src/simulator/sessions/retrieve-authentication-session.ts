import type { AuthorizedCall } from "../call/call.ts"
import { describeDevice } from "../device/device-details.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { findSession } from "./find-session.ts"
import { missingParameters, sessionTimestamp } from "./session-answer.ts"
import type { SessionParameters } from "./session.ts"

/** `GET /api/v2/{serviceProvider}/sessions/{code}` (docs/protocol/rest-api-v2.md section 9). */
export const retrieveAuthenticationSession = (call: AuthorizedCall, world: World): Answer => {
  const found = findSession(call, world)
  if (found._tag === "Unavailable") return enhancedError(world.random, found.code)
  const { session } = found
  const missing = missingParameters(session.parameters, world.settings)
  const body: Schemas["SessionDetails"] = {
    existingParameters: {
      ...existingParameters(session.parameters, world),
      serviceProvider: session.owner.serviceProvider
    },
    ...(missing.length === 0 ? {} : { missingParameters: missing }),
    device: describeDevice(session.device),
    notBefore: sessionTimestamp(session.notBefore, world.settings),
    notAfter: sessionTimestamp(session.notAfter, world.settings)
  }
  return json(200, body)
}

const existingParameters = ({ mvpd, domainName, redirectUrl }: SessionParameters, { settings }: World) => ({
  ...(mvpd === undefined ? {} : { mvpd }),
  ...(domainName === undefined ? {} : { [settings.readings.domainParameterName]: domainName }),
  ...(redirectUrl === undefined ? {} : { redirectUrl })
})
