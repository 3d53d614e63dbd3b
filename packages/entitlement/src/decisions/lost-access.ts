import type { Failure } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { Access } from "../access/access.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { reactionToEnhancedError } from "../viewer-message/index.ts"

/** The MVPD to ask for decisions with, and the access that it belongs to. */
export interface DecisionSubject {
  readonly mvpd: string
  readonly access: Access | undefined
}

/**
 * Returns whose decisions to ask for: the viewer's access. Before `start` has found out, the MVPD of the last visit;
 * `undefined` if no viewer is signed in.
 */
export const decisionSubject = (context: EntitlementContext): Effect.Effect<DecisionSubject | undefined> =>
  Effect.gen(function* () {
    const access = context.currentAccess()
    if (access !== undefined) return { mvpd: access.mvpd.id, access }
    const { name } = context.state.getSnapshot()
    if (name !== "unknown" && name !== "starting") return undefined
    const remembered = yield* context.remembered
    return remembered && { mvpd: remembered.id, access: undefined }
  })

/**
 * Reports to the machine that a decision found the profile to be missing, expired or invalidated. Nothing is signed out at
 * Adobe Pass (R-LOG-1). A failure that belongs to an earlier access is ignored.
 */
export const reportLostAccess = (
  context: EntitlementContext,
  { access }: DecisionSubject,
  failure: Failure
): Effect.Effect<void> => {
  if (access === undefined || failure._tag !== "EnhancedError") return Effect.void
  const { kind } = reactionToEnhancedError(failure)
  if (kind !== "sign-in" && kind !== "choose-provider") return Effect.void
  return Effect.gen(function* () {
    if (context.currentAccess() !== access) return
    // An MVPD that is gone is not worth offering.
    if (kind === "choose-provider") yield* context.records.selection.remove
    yield* context.loseAccess(isExpiry(failure.code) ? "expired" : "invalidated")
  })
}

const isExpiry = (code: string): boolean =>
  code === "authenticated_profile_expired" || code === "authenticated_profile_missing"
