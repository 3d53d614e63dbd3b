import { readProfiles } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { Access } from "./access.ts"
import { accessOf } from "./access-of.ts"
import { saysNoProfile } from "./says-no-profile.ts"

/**
 * Reads the profiles of the device with one call: the profile of one MVPD (operation 7), or all of them (operation 6).
 * The list is empty if the viewer is not authenticated, even if the server reports this as an error.
 *
 * Source: docs/protocol/flows.md, section 2.
 */
export const readAccess = (
  context: EntitlementContext,
  mvpd: string | undefined
): Effect.Effect<ReadonlyArray<Access>, EntitlementError> =>
  Effect.gen(function* () {
    const { restV2, call, options } = context
    const { serviceProvider } = options
    const response = yield* (
      mvpd === undefined
        ? call("retrieveProfiles", (init) =>
            restV2.GET("/api/v2/{serviceProvider}/profiles", { params: { path: { serviceProvider } }, ...init })
          )
        : call("retrieveProfileForMvpd", (init) =>
            restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", {
              params: { path: { serviceProvider, mvpd } },
              ...init
            })
          )
    ).pipe(Effect.catch((error) => (saysNoProfile(error) ? Effect.succeed({ profiles: {} }) : Effect.fail(error))))
    const remembered = yield* context.remembered
    return readProfiles(response).map((profile) => accessOf(profile, remembered, context))
  })
