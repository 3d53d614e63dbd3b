import type { DeviceCall } from "../call/call.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError, enhancedErrorItem } from "../responses/enhanced-error.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { decide } from "./decide.ts"
import { readDecisionRequest, type DecisionRequest } from "./decision-request.ts"
import { mediaToken } from "./media-token.ts"
import type { DecisionKind } from "./resource-rule.ts"
import { deny, type Verdict } from "./verdict.ts"

/** `POST /api/v2/{serviceProvider}/decisions/authorize/{mvpd}` (docs/protocol/rest-api-v2.md section 12). */
export const retrieveAuthorizationDecisions = (call: DeviceCall, world: World): Answer =>
  retrieveDecisions(call, world, "authorize")

/** `POST /api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}` (docs/protocol/rest-api-v2.md section 12). */
export const retrievePreauthorizationDecisions = (call: DeviceCall, world: World): Answer =>
  retrieveDecisions(call, world, "preauthorize")

const retrieveDecisions = (call: DeviceCall, world: World, kind: DecisionKind): Answer => {
  const read = readDecisionRequest(call, world, kind)
  if (read._tag === "Refused") return read.answer
  const { request } = read
  const decided = decide(call, world, request)
  if (decided._tag === "Failure" && world.settings.readings.decisionErrors === "topLevel") {
    return enhancedError(world.random, decided.code)
  }
  const verdictOf = decided._tag === "Verdicts" ? decided.verdictOf : () => deny("mvpd", decided.code)
  const decisions = request.resources.map((resource) => decision(call, world, request, resource, verdictOf(resource)))
  const body: Schemas["AuthorizationDecisions"] = { decisions }
  return json(200, body)
}

const decision = (
  call: DeviceCall,
  world: World,
  { kind, mvpd }: DecisionRequest,
  resource: string,
  verdict: Verdict
): Schemas["AuthorizationDecision"] => {
  const head = { resource, serviceProvider: call.serviceProvider.id, mvpd: mvpd.id, source: verdict.source }
  // Preauthorization lists no validity and never has a media token.
  const validity =
    kind === "preauthorize" || verdict.notAfter === undefined ? {} : { notBefore: call.now, notAfter: verdict.notAfter }
  if (verdict._tag === "Deny") {
    const error = enhancedErrorItem(world.random, verdict.code, verdict.details)
    return { ...head, authorized: false, error, ...validity }
  }
  if (kind === "preauthorize") return { ...head, authorized: true }
  const subject = { serviceProvider: head.serviceProvider, mvpd: mvpd.id, resource, subject: verdict.subject }
  const token = mediaToken(subject, call.now, world.settings.mediaTokenLifetime)
  return { ...head, authorized: true, token, ...validity }
}
