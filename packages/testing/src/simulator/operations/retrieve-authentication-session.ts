import type { Schemas } from "../protocol/schemas.ts"
import type { AuthorizedCall } from "../request/call.ts"
import { describeDevice } from "../responses/device-details.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { missingParameters, sessionTimestamp } from "../responses/session-response.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { findSession } from "../rules/find-session.ts"
import type { SessionParameters } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"

/** `GET /api/v2/{serviceProvider}/sessions/{code}` (docs/protocol/rest-api-v2.md section 9). */
export const retrieveAuthenticationSession = (call: AuthorizedCall, state: SimulatorState): SimulatedResponse => {
  const found = findSession(call, state)
  if (found._tag === "Unavailable") return enhancedError(state.random, found.code)
  const { session } = found
  const missing = missingParameters(session.parameters, state.settings)
  const body: Schemas["SessionDetails"] = {
    existingParameters: {
      ...existingParameters(session.parameters, state),
      serviceProvider: session.owner.serviceProvider
    },
    ...(missing.length === 0 ? {} : { missingParameters: missing }),
    device: describeDevice(session.device),
    notBefore: sessionTimestamp(session.notBefore, state.settings),
    notAfter: sessionTimestamp(session.notAfter, state.settings)
  }
  return json(200, body)
}

const existingParameters = ({ mvpd, domainName, redirectUrl }: SessionParameters, { settings }: SimulatorState) => ({
  ...(mvpd === undefined ? {} : { mvpd }),
  ...(domainName === undefined ? {} : { [settings.readings.domainParameterName]: domainName }),
  ...(redirectUrl === undefined ? {} : { redirectUrl })
})
