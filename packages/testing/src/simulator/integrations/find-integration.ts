import type { Degradation } from "../degradation/degradation.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import type { World } from "../world.ts"

export type FoundIntegration =
  | { readonly _tag: "Active"; readonly mvpd: Mvpd; readonly degradation: Degradation | undefined }
  | { readonly _tag: "Unavailable"; readonly code: "invalid_parameter_mvpd" | "invalid_integration" }

/** The active integration of a service provider with an MVPD, or the error for its absence. */
export const findIntegration = (world: World, serviceProvider: string, id: string): FoundIntegration => {
  const mvpd = world.mvpds.get(id)
  if (mvpd === undefined) return { _tag: "Unavailable", code: "invalid_parameter_mvpd" }
  if (!world.integrations.isActive(serviceProvider, id)) return { _tag: "Unavailable", code: "invalid_integration" }
  return { _tag: "Active", mvpd, degradation: world.integrations.degradation(serviceProvider, id) }
}
