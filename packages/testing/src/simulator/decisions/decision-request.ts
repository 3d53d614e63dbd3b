import type { DeviceCall } from "../call/call.ts"
import { reject } from "../call/violation.ts"
import { findIntegration } from "../integrations/find-integration.ts"
import { partnerStatusRejection } from "../partner/partner-mvpd.ts"
import type { Degradation } from "../degradation/degradation.ts"
import type { Mvpd } from "../mvpds/mvpd.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { noteUnreadableBody } from "../responses/unreadable-body.ts"
import type { World } from "../world.ts"
import type { DecisionKind } from "./resource-rule.ts"

/** What operations 9 and 10 are asked to decide. */
export interface DecisionRequest {
  readonly kind: DecisionKind
  readonly resources: readonly string[]
  readonly mvpd: Mvpd
  readonly degradation: Degradation | undefined
}

export type ReadDecisionRequest =
  | { readonly _tag: "Read"; readonly request: DecisionRequest }
  | { readonly _tag: "Refused"; readonly answer: Answer }

const refused = (answer: Answer): ReadDecisionRequest => ({ _tag: "Refused", answer })

export const readDecisionRequest = (call: DeviceCall, world: World, kind: DecisionKind): ReadDecisionRequest => {
  const integration = findIntegration(world, call.serviceProvider.id, call.pathParameters["mvpd"] ?? "")
  if (integration._tag === "Unavailable") return refused(enhancedError(world.random, integration.code))
  const resources = resourcesOf(call)
  if (resources === undefined) return refused(enhancedError(world.random, "invalid_parameter_resources"))
  const rejection = partnerStatusRejection(call, world)
  if (rejection !== undefined) return refused(rejection)
  const { mvpd, degradation } = integration
  return { _tag: "Read", request: { kind, resources, mvpd, degradation } }
}

const resourcesOf = (call: DeviceCall): readonly string[] | undefined => {
  if (call.body._tag !== "Json") {
    noteUnreadableBody(call)
    return undefined
  }
  const { resources } = call.body.value
  if (Array.isArray(resources) && resources.length > 0 && resources.every(isResource)) return resources
  reject(call, "body", "`resources` has to be a list of one or more texts that are not empty.")
  return undefined
}

const isResource = (resource: unknown): resource is string => typeof resource === "string" && resource.trim() !== ""
