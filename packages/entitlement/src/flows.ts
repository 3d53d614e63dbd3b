import type * as Effect from "effect/Effect"
import type { Access } from "./access/access.ts"
import { makeRefreshProfile } from "./access/refresh-profile.ts"
import type { EntitlementContext } from "./context/entitlement-context.ts"
import type { EntitlementError } from "./errors/entitlement-error.ts"
import type { SelectableMvpd } from "./mvpds/mvpd.ts"
import { makeMvpds } from "./mvpds/mvpds.ts"
import type { PartnerSignInResult } from "./sign-in/partner-sign-in-result.ts"
import { makeSignInWithPartner } from "./single-sign-on/sign-in-with-partner.ts"
import { makeStart } from "./start-up/start.ts"
import type { StartResult } from "./start-up/start-result.ts"

/** The flows that keep something between two calls, such as a cache. The others are functions of the context. */
export interface Flows {
  readonly start: Effect.Effect<StartResult, EntitlementError>
  readonly mvpds: Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>
  readonly refreshProfile: Effect.Effect<Access | undefined, EntitlementError>
  readonly signInWithPartner: Effect.Effect<PartnerSignInResult, EntitlementError>
}

/** Creates the {@link Flows} of a context, once. */
export const makeFlows = (context: EntitlementContext): Flows => {
  const mvpds = makeMvpds(context)
  return {
    start: makeStart(context),
    mvpds,
    refreshProfile: makeRefreshProfile(context),
    signInWithPartner: makeSignInWithPartner(context, mvpds)
  }
}
