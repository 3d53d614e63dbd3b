import { readProfiles, type AuthenticatedProfile, type Schemas } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { hiddenProfile, kindOf } from "../access/access-of.ts"
import { saysNoProfile } from "../access/says-no-profile.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { StepsContext } from "./steps-context.ts"
import type { FoundProfiles, ViewerAccess } from "./steps.ts"

/** Reads the profiles of a device: the profile of one MVPD (operation 7), or all of them (operation 6). */
export const readViewerAccess = (
  { call, restV2, options }: StepsContext,
  mvpd: string | undefined
): Effect.Effect<FoundProfiles, EntitlementError> => {
  const { serviceProvider } = options
  const response =
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
  return response.pipe(
    Effect.map(foundIn),
    // Some servers report expired and used-up access as an error, others as an empty list (U-V2-8).
    Effect.catch((error) =>
      saysNoProfile(error) ? Effect.succeed<FoundProfiles>({ kind: "signed-out" }) : Effect.fail(error)
    )
  )
}

const foundIn = (response: Schemas["Profiles"]): FoundProfiles => {
  const [first, ...others] = [...readProfiles(response)]
    .sort((one, other) => (other.notAfter ?? Infinity) - (one.notAfter ?? Infinity))
    .map(viewerAccessOf)
  return first === undefined ? { kind: "signed-out" } : { kind: "signed-in", accesses: [first, ...others] }
}

/** Returns an access as plain data, without its profile (rule 35, hidden profiles). */
export const viewerAccessOf = (profile: AuthenticatedProfile): ViewerAccess => {
  const access = {
    kind: kindOf(profile.type),
    profileType: profile.type,
    mvpd: profile.mvpd,
    ...(profile.notAfter === undefined ? {} : { endsAt: profile.notAfter })
  }
  // Boundary: the compiler does not see members that `defineProperty` adds.
  return Object.defineProperty(access, "profile", { value: hiddenProfile(profile) }) as ViewerAccess
}
