import type { DeviceCall } from "../request/call.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { retrieveDecisions } from "../rules/retrieve-decisions.ts"
import type { SimulatorState } from "../state/state.ts"

/** `POST /api/v2/{serviceProvider}/decisions/authorize/{mvpd}` (docs/protocol/rest-api-v2.md section 12). */
export const retrieveAuthorizationDecisions = (call: DeviceCall, state: SimulatorState): SimulatedResponse =>
  retrieveDecisions(call, state, "authorize")
