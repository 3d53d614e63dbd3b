import type { DeviceCall } from "../request/call.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { retrieveDecisions } from "../rules/retrieve-decisions.ts"
import type { SimulatorState } from "../state/state.ts"

/** `POST /api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}` (docs/protocol/rest-api-v2.md section 12). */
export const retrievePreauthorizationDecisions = (call: DeviceCall, state: SimulatorState): SimulatedResponse =>
  retrieveDecisions(call, state, "preauthorize")
