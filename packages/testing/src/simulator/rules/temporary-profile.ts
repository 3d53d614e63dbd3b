import { sha256 } from "@tve-pass/client"
import type { Schemas } from "../protocol/schemas.ts"
import type { AuthorizedCall } from "../request/call.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import type { TemporaryAccessOptions } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import { type TemporaryAccess, temporaryAccessIdentityOf, temporaryAccessOf } from "./temporary-access.ts"

/** Returns the profile of a pass that is not used up (docs/protocol/rest-api-v2.md section 11, operation 7). */
export const temporaryProfile = (
  access: TemporaryAccess & { readonly _tag: "Available" },
  device: string
): Schemas["Profile"] => ({
  notBefore: access.startsAt,
  notAfter: access.endsAt,
  issuer: "Adobe",
  type: "temporary",
  attributes: {
    ...(access.resources === undefined
      ? {}
      : {
          remaining_resources: { value: access.resources.remaining, state: "plain" },
          used_assets: { value: access.resources.used, state: "plain" }
        }),
    expiration_date: { value: access.endsAt, state: "plain" },
    userID: { value: `temppass_${sha256(device).slice(0, 40)}`, state: "plain" }
  }
})

/** Returns the response of operations 7 and 8 for a TempPass: the profile, or the error at the top level. */
export const temporaryProfileResponse = (
  call: AuthorizedCall,
  state: SimulatorState,
  pass: { readonly mvpd: string; readonly options: TemporaryAccessOptions; readonly device: string }
): SimulatedResponse => {
  const takesIdentity = pass.options.type === "promotional"
  const identity = takesIdentity ? temporaryAccessIdentityOf(call.headers.get("ap-temppass-identity")) : undefined
  if (takesIdentity && identity === undefined) {
    return enhancedError(state.random, "invalid_header_identity_for_temporary_access")
  }
  const key = { serviceProvider: call.serviceProvider.id, mvpd: pass.mvpd, device: pass.device, identity }
  const access = temporaryAccessOf(state, key, pass.options, call.now)
  if (access._tag === "Unavailable") return enhancedError(state.random, access.code)
  if (access.resources?.remaining === 0) {
    return enhancedError(state.random, "temporary_access_resources_limit_exceeded")
  }
  const profiles: Schemas["Profiles"] = { profiles: { [pass.mvpd]: temporaryProfile(access, pass.device) } }
  return json(200, profiles)
}
