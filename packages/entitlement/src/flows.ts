import type * as Effect from "effect/Effect"
import type { Access } from "./access/access.ts"
import { makeRefreshProfile } from "./access/refresh-profile.ts"
import type { EntitlementContext } from "./context/entitlement-context.ts"
import { makeAuthorize, type Authorize } from "./decisions/authorize.ts"
import { makePreauthorize, type Preauthorize } from "./decisions/preauthorize.ts"
import type { EntitlementError } from "./errors/entitlement-error.ts"
import type { SelectableMvpd } from "./mvpds/mvpd.ts"
import { makeMvpds } from "./mvpds/mvpds.ts"
import { makeSignOut, type SignOut } from "./sign-out/sign-out.ts"
import { makeStart } from "./start-up/start.ts"
import type { StartResult } from "./start-up/start-result.ts"

/** The flows that have state between calls, such as a cache. The others are functions of the context. */
export interface Flows {
  readonly start: Effect.Effect<StartResult, EntitlementError>
  readonly mvpds: Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>
  readonly refreshProfile: Effect.Effect<Access | undefined, EntitlementError>
  readonly preauthorize: Preauthorize
  readonly authorize: Authorize
  readonly signOut: SignOut
}

/** Creates the {@link Flows} of a context. Call it once for each context. */
export const makeFlows = (context: EntitlementContext): Flows => {
  const mvpds = makeMvpds(context)
  const refreshProfile = makeRefreshProfile(context)
  return {
    start: makeStart(context),
    mvpds,
    refreshProfile,
    preauthorize: makePreauthorize(context),
    authorize: makeAuthorize(context, { refreshProfile }),
    signOut: makeSignOut(context)
  }
}
