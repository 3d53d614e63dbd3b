import * as Effect from "effect/Effect"
import type { Access } from "./access.ts"
import { readAccess } from "./read-access.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"

/**
 * Creates the effect that reads the viewer's profile again, for attributes that an authorization may change
 * (M-AUTHN-8). Succeeds with `undefined` if no viewer is signed in. An expired profile cannot be extended (M-AUTHN-11).
 */
export const makeRefreshProfile = (
  context: EntitlementContext
): Effect.Effect<Access | undefined, EntitlementError> => {
  const shared = context.sharedCall<Access | undefined, EntitlementError>()
  const refresh = Effect.gen(function* () {
    const current = context.currentAccess()
    if (current === undefined) return undefined
    const [access] = yield* readAccess(context, current.mvpd.id)
    // Another flow may have changed the access meanwhile.
    if (context.currentAccess() !== current) return context.currentAccess()
    if (access === undefined) {
      yield* context.loseAccess("expired")
      return undefined
    }
    yield* context.keepAccess(access)
    context.send({ type: "access-found", access })
    return access
  })
  return Effect.suspend(() => shared(refresh))
}
