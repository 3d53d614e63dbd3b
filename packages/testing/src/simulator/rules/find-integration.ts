import type { Degradation } from "../state/integrations.ts"
import type { Mvpd } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"

export type FoundIntegration =
  | { readonly _tag: "Active"; readonly mvpd: Mvpd; readonly degradation: Degradation | undefined }
  | { readonly _tag: "Unavailable"; readonly code: "invalid_parameter_mvpd" | "invalid_integration" }

/** Returns the active integration of a service provider with an MVPD, or the error for its absence. */
export const findIntegration = (state: SimulatorState, serviceProvider: string, id: string): FoundIntegration => {
  const mvpd = state.mvpds.get(id)
  if (mvpd === undefined) return { _tag: "Unavailable", code: "invalid_parameter_mvpd" }
  if (!state.integrations.isActive(serviceProvider, id)) return { _tag: "Unavailable", code: "invalid_integration" }
  return { _tag: "Active", mvpd, degradation: state.integrations.degradation(serviceProvider, id) }
}
