import type { Failure } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { Access } from "../access/access.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { lastMvpd, storedProfileMvpd } from "../access/last-mvpd.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { reactionToEnhancedError } from "../viewer-message/index.ts"

/** The MVPD for which decisions are requested, and its access. */
export interface DecisionSubject {
  readonly mvpd: string
  readonly access: Access | undefined
}

/**
 * Returns the subject of decisions: the viewer's access. Before `start` has read the profile, or after it failed, the
 * MVPD of the last visit; after a cancelled sign-in, the MVPD of the stored profile. Returns `undefined` if no viewer
 * is signed in.
 */
export const decisionSubject = (context: EntitlementContext): Effect.Effect<DecisionSubject | undefined> =>
  Effect.gen(function* () {
    const access = context.currentAccess()
    if (access !== undefined) return { mvpd: access.mvpd.id, access }
    const mvpd = yield* mvpdWithoutAccess(context)
    return mvpd === undefined ? undefined : { mvpd, access: undefined }
  })

const mvpdWithoutAccess = (context: EntitlementContext): Effect.Effect<string | undefined> => {
  switch (context.state.getSnapshot().name) {
    case "unknown":
    case "starting":
    case "failed":
      return lastMvpd(context)
    case "sign-in-ended":
      return storedProfileMvpd(context)
    default:
      return Effect.succeed(undefined)
  }
}

/**
 * Reports that a decision found no valid profile: it is missing, expired or invalidated. Sends no logout to Adobe Pass
 * (R-LOG-1). Ignores failures that do not concern the profile, for example about the status of the partner framework,
 * and failures of an earlier access.
 */
export const reportLostAccess = (
  context: EntitlementContext,
  { access }: DecisionSubject,
  failure: Failure
): Effect.Effect<void> => {
  if (access === undefined || failure._tag !== "EnhancedError") return Effect.void
  const isGone = isStaleMvpd(failure.code)
  const isLost = failure.action === "authentication" && reactionToEnhancedError(failure).kind === "sign-in"
  if (!isGone && !isLost) return Effect.void
  return Effect.gen(function* () {
    if (context.currentAccess() !== access) return
    // An MVPD whose integration was removed must not be offered again.
    if (isGone) yield* context.records.selection.remove
    yield* context.loseAccess(isExpiry(failure.code) ? "expired" : "invalidated")
  })
}

const isExpiry = (code: string): boolean =>
  code === "authenticated_profile_expired" || code === "authenticated_profile_missing"
