import type { Schemas } from "../protocol/schemas.ts"
import type { DeviceCall } from "../request/call.ts"
import { enhancedError, enhancedErrorItem } from "../responses/enhanced-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import type { DecisionKind } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import { decide } from "./decide.ts"
import { type DecisionRequest, readDecisionRequest } from "./decision-request.ts"
import { mediaToken } from "./media-token.ts"
import { deny, type Verdict } from "./verdict.ts"

export const retrieveDecisions = (call: DeviceCall, state: SimulatorState, kind: DecisionKind): SimulatedResponse => {
  const read = readDecisionRequest(call, state, kind)
  if (read._tag === "Refused") return read.response
  const { request } = read
  const decided = decide(call, state, request)
  if (decided._tag === "Failure" && state.settings.readings.decisionErrors === "topLevel") {
    return enhancedError(state.random, decided.code)
  }
  const verdictOf = decided._tag === "Verdicts" ? decided.verdictOf : () => deny("mvpd", decided.code)
  const decisions = request.resources.map((resource) => decision(call, state, request, resource, verdictOf(resource)))
  if (kind === "authorize") countDecisions(decisions, call.now, state)
  const body: Schemas["AuthorizationDecisions"] = { decisions }
  return json(200, body)
}

const countDecisions = (
  decisions: ReadonlyArray<Schemas["AuthorizationDecision"]>,
  now: number,
  { activity }: SimulatorState
): void => {
  for (const { authorized, serviceProvider, mvpd } of decisions) {
    const place = { serviceProvider, mvpd }
    activity.count("authz-attempts", place, now)
    activity.count(authorized ? "authz-successful" : "authz-failed", place, now)
    if (authorized) activity.count("media-tokens", place, now)
  }
}

const decision = (
  call: DeviceCall,
  state: SimulatorState,
  { kind, mvpd }: DecisionRequest,
  resource: string,
  verdict: Verdict
): Schemas["AuthorizationDecision"] => {
  const head = { resource, serviceProvider: call.serviceProvider.id, mvpd: mvpd.id, source: verdict.source }
  // Preauthorization lists no validity and never has a media token.
  const validity =
    kind === "preauthorize" || verdict.notAfter === undefined ? {} : { notBefore: call.now, notAfter: verdict.notAfter }
  if (verdict._tag === "Deny") {
    const error = enhancedErrorItem(state.random, verdict.code, verdict.details)
    return { ...head, authorized: false, error, ...validity }
  }
  if (kind === "preauthorize") return { ...head, authorized: true }
  const subject = { serviceProvider: head.serviceProvider, mvpd: mvpd.id, resource, subject: verdict.subject }
  const token = mediaToken(subject, call.now, state.settings.mediaTokenLifetime)
  return { ...head, authorized: true, token, ...validity }
}
