import type { DeviceCall } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { noteUnreadableBody } from "../responses/unreadable-body.ts"
import type { Degradation } from "../state/integrations.ts"
import type { DecisionKind, Mvpd } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import { findIntegration } from "./find-integration.ts"
import { partnerStatusRejection } from "./framework-status.ts"

/** A request for decisions, of operation 9 or 10. */
export interface DecisionRequest {
  readonly kind: DecisionKind
  readonly resources: ReadonlyArray<string>
  readonly mvpd: Mvpd
  readonly degradation: Degradation | undefined
}

export type ReadDecisionRequest =
  | { readonly _tag: "Read"; readonly request: DecisionRequest }
  | { readonly _tag: "Refused"; readonly response: SimulatedResponse }

const refused = (response: SimulatedResponse): ReadDecisionRequest => ({ _tag: "Refused", response })

export const readDecisionRequest = (
  call: DeviceCall,
  state: SimulatorState,
  kind: DecisionKind
): ReadDecisionRequest => {
  const integration = findIntegration(state, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") return refused(enhancedError(state.random, integration.code))
  const resources = resourcesOf(call)
  if (resources === undefined) return refused(enhancedError(state.random, "invalid_parameter_resources"))
  const rejection = partnerStatusRejection(call, state)
  if (rejection !== undefined) return refused(rejection)
  const { mvpd, degradation } = integration
  return { _tag: "Read", request: { kind, resources, mvpd, degradation } }
}

const resourcesOf = (call: DeviceCall): ReadonlyArray<string> | undefined => {
  if (call.body._tag !== "Json") {
    noteUnreadableBody(call)
    return undefined
  }
  const { resources } = call.body.value
  if (Array.isArray(resources) && resources.length > 0 && resources.every(isResource)) return resources
  reject(call, "body", "`resources` has to be a list of one or more non-empty strings.")
  return undefined
}

const isResource = (resource: unknown): resource is string => typeof resource === "string" && resource.trim() !== ""
