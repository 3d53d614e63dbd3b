import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Simulator,
  type SimulatorOptions
} from "../../src/index.ts"
import { checkResponse } from "./response-check.ts"

/**
 * A simulator whose every response is validated against the specs. Time stands still, and nothing is throttled unless a
 * test says so.
 */
export const createCheckedSimulator = (options: SimulatorOptions = {}): Simulator & { readonly clock: ManualClock } => {
  const clock = createManualClock()
  const simulator = createSimulator({
    clock,
    throttle: false,
    ...options,
    onResponse: ({ operation, response }) => checkResponse(operation, response)
  })
  return { ...simulator, clock }
}
