import type { DeviceCall } from "../call/call.ts"
import { findProfile } from "../profiles/find-profile.ts"
import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"
import { decideTemporaryAccess } from "../temporary-access/decide-temporary-access.ts"
import type { World } from "../world.ts"
import type { DecisionRequest } from "./decision-request.ts"
import { rule } from "./resource-rule.ts"
import { deny, type Verdict } from "./verdict.ts"

export type Decided =
  | { readonly _tag: "Verdicts"; readonly verdictOf: (resource: string) => Verdict }
  /** The same error for every resource, or for the whole request (U-V2-6). */
  | { readonly _tag: "Failure"; readonly code: EnhancedErrorCode }

const limits = { authorize: "authorizeLimit", preauthorize: "preauthorizeLimit" } as const

/**
 * Who decides, in this order: the limit, an AuthNAll degradation, a TempPass, the profile, the other degradations, the
 * MVPD (docs/protocol/flows.md sections 9, 11 and 12).
 */
export const decide = (call: DeviceCall, world: World, request: DecisionRequest): Decided => {
  const { kind, mvpd, degradation, resources } = request
  if (resources.length > world.settings[limits[kind]]) return { _tag: "Failure", code: "too_many_resources" }
  const notAfter = call.now + world.settings.authorizationLifetime * 1_000
  if (degradation?.rule === "AuthNAll") return permitAll(call.device, notAfter)
  if (mvpd.temporaryAccess !== undefined) return decideTemporaryAccess(call, world, request, mvpd.temporaryAccess)

  const found = findProfile(call, world, mvpd.id)
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
