import type { AuthorizedCall } from "../call/call.ts"
import { json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { Schemas } from "../wire/schemas.ts"
import type { World } from "../world.ts"
import { temporaryAccessIdentityOf } from "./temporary-access-identity.ts"
import { temporaryAccessOf, type TemporaryAccessOptions } from "./temporary-access.ts"
import { temporaryProfile } from "./temporary-profile.ts"

/** What operations 7 and 8 answer for a TempPass: the profile, or at the top level why there is none. */
export const temporaryProfileAnswer = (
  call: AuthorizedCall,
  world: World,
  pass: { readonly mvpd: string; readonly options: TemporaryAccessOptions; readonly device: string }
): Answer => {
  const takesIdentity = pass.options.type === "promotional"
  const identity = takesIdentity ? temporaryAccessIdentityOf(call.headers.get("ap-temppass-identity")) : undefined
  if (takesIdentity && identity === undefined) {
    return enhancedError(world.random, "invalid_header_identity_for_temporary_access")
  }
  const key = { serviceProvider: call.serviceProvider.id, mvpd: pass.mvpd, device: pass.device, identity }
  const access = temporaryAccessOf(world, key, pass.options, call.now)
  if (access._tag === "Unavailable") return enhancedError(world.random, access.code)
  if (access.resources?.remaining === 0) {
    return enhancedError(world.random, "temporary_access_resources_limit_exceeded")
  }
  const profiles: Schemas["Profiles"] = { profiles: { [pass.mvpd]: temporaryProfile(access, pass.device) } }
  return json(200, profiles)
}
