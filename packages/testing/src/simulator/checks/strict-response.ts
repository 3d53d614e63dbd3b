import type { Call } from "../request/call.ts"
import type { Violation } from "../request/violation.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { gatewayPage } from "../responses/gateway-page.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"

/**
 * Returns the response with which a strict simulator refuses a request that the real server would accept: the
 * documented error, if there is one, otherwise a 400 that describes the violation.
 */
export const strictResponse = (call: Call, state: SimulatorState): SimulatedResponse | undefined => {
  const violation = call.violations.find(({ consequence }) => consequence === "ignored")
  if (!state.settings.strict || violation === undefined) return undefined
  if (call.operation.path.startsWith("/o/")) return dcrError("invalid_request")
  if (call.operation.id === "performAuthentication") return gatewayPage(400, "Bad Request")
  return violation.rule === "device-info"
    ? enhancedError(state.random, "invalid_header_device_info")
    : json(400, strictError(violation, state))
}

const strictError = ({ message }: Violation, state: SimulatorState) => ({
  action: "none",
  status: 400,
  code: "strict_violation",
  message,
  trace: state.random.uuid()
})
