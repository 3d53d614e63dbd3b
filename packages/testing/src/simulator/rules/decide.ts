import type { DeviceCall } from "../request/call.ts"
import type { SimulatorState } from "../state/state.ts"
import { decideTemporaryAccess } from "./decide-temporary-access.ts"
import type { DecisionRequest } from "./decision-request.ts"
import { findProfile } from "./find-profile.ts"
import { type Decided, deny, rule } from "./verdict.ts"

const limits = { authorize: "authorizeLimit", preauthorize: "preauthorizeLimit" } as const

/**
 * Decides in this order: by the limit, an AuthNAll degradation, a TempPass, the profile, the other degradations, the
 * MVPD (docs/protocol/flows.md sections 9, 11 and 12).
 */
export const decide = (call: DeviceCall, state: SimulatorState, request: DecisionRequest): Decided => {
  const { kind, mvpd, degradation, resources } = request
  if (resources.length > state.settings[limits[kind]]) return { _tag: "Failure", code: "too_many_resources" }
  const notAfter = call.now + state.settings.authorizationLifetime * 1_000
  if (degradation?.rule === "AuthNAll") return permitAll(call.device, notAfter)
  if (mvpd.temporaryAccess !== undefined) return decideTemporaryAccess(call, state, request, mvpd.temporaryAccess)

  const found = findProfile(call, state, mvpd.id)
  if (found._tag === "Absent") return { _tag: "Failure", code: `authenticated_profile_${found.reason}` }
  const { viewer } = found.profile
  if (degradation?.rule === "AuthZAll") return permitAll(viewer.id, undefined)
  if (degradation?.rule === "AuthZNone") {
    const denied = deny("degradation", "authorization_denied_by_degradation_rule", { details: degradation.message })
    return { _tag: "Verdicts", verdictOf: () => denied }
  }
  const rules = [...viewer.resources, ...mvpd.resources]
  const source = mvpd.decides ? "mvpd" : "dummy"
  return {
    _tag: "Verdicts",
    verdictOf: (resource) => {
      const ruling = rule(rules, resource, kind)
      return ruling._tag === "Permit"
        ? { _tag: "Permit", source, subject: viewer.id, notAfter }
        : deny(source, ruling.code, { details: ruling.details, notAfter })
    }
  }
}

const permitAll = (subject: string, notAfter: number | undefined): Decided => ({
  _tag: "Verdicts",
  verdictOf: () => ({ _tag: "Permit", source: "degradation", subject, notAfter })
})
