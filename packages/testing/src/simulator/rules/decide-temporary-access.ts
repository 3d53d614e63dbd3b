import type { DeviceCall } from "../request/call.ts"
import type { TemporaryAccessOptions } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import type { DecisionRequest } from "./decision-request.ts"
import { temporaryAccessIdentityOf, temporaryAccessOf } from "./temporary-access.ts"
import { type Decided, deny, type Verdict } from "./verdict.ts"

/**
 * Decides for a TempPass. Every failure is an error of the item (docs/protocol/rest-api-v2.md section 12). The first
 * authorization starts the trial. Preauthorization permits everything while the pass is valid, and takes no identity.
 */
export const decideTemporaryAccess = (
  call: DeviceCall,
  state: SimulatorState,
  { kind, mvpd }: DecisionRequest,
  options: TemporaryAccessOptions
): Decided => {
  const takesIdentity = kind === "authorize" && options.type === "promotional"
  const identity = takesIdentity ? temporaryAccessIdentityOf(call.headers.get("ap-temppass-identity")) : undefined
  if (takesIdentity && identity === undefined) {
    return always(deny("temppass", "invalid_header_identity_for_temporary_access"))
  }
  const key = { serviceProvider: call.serviceProvider.id, mvpd: mvpd.id, device: call.device, identity }
  const access = temporaryAccessOf(state, key, options, call.now)
  if (access._tag === "Unavailable") return always(deny("temppass", access.code))
  const permit: Verdict = { _tag: "Permit", source: "temppass", subject: call.device, notAfter: access.endsAt }
  if (kind === "preauthorize") return always(permit)

  if (options.type !== "promotional") {
    state.trials.start(key, call.now)
    return always(permit)
  }
  return {
    _tag: "Verdicts",
    verdictOf: (resource) => {
      const used = state.trials.find(key)?.resources ?? new Set()
      if (!used.has(resource) && used.size >= options.resources) {
        return deny("temppass", "temporary_access_resources_limit_exceeded")
      }
      state.trials.start(key, call.now).resources.add(resource)
      return permit
    }
  }
}

const always = (verdict: Verdict): Decided => ({ _tag: "Verdicts", verdictOf: () => verdict })
