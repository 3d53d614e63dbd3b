import { enhancedError } from "../responses/enhanced-error.ts"
import { gatewayPage } from "../responses/gateway-page.ts"
import { type SimulatedResponse, empty, html, json } from "../responses/simulated-response.ts"
import { tooManyRequests } from "../responses/too-many-requests.ts"
import type { SimulatorState } from "../state/state.ts"
import type { Fault, StatusFault } from "./fault.ts"

/**
 * Returns the response of a fault that replaces the one of the operation, or `undefined` if the fault does not replace
 * it.
 */
export const replacementResponse = (
  fault: Fault,
  state: SimulatorState,
  now: number
): SimulatedResponse | undefined => {
  if (fault.error !== undefined) return json(400, { error: fault.error })
  if (fault.enhancedError !== undefined) return enhancedError(state.random, fault.enhancedError, fault.details)
  if (fault.status !== undefined) return withHeaders(statusResponse(fault, state, now), fault)
  return undefined
}

const statusResponse = (fault: StatusFault, state: SimulatorState, now: number): SimulatedResponse => {
  if (fault.html === true) return gatewayPage(fault.status, "Error")
  if (fault.html !== undefined) return html(fault.status, fault.html)
  if (fault.json !== undefined) return json(fault.status, fault.json)
  return fault.status === 429 ? tooManyRequests(state.random, now) : empty(fault.status)
}

const withHeaders = (response: SimulatedResponse, { headers = {} }: StatusFault): SimulatedResponse => ({
  ...response,
  headers: [...(response.headers ?? []), ...Object.entries(headers)]
})
