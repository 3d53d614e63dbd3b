import * as Effect from "effect/Effect"
import { accessOf } from "../access/access-of.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { PendingSignIn } from "../storage/entitlement-records.ts"
import type { SignInResult } from "./sign-in-result.ts"
import { nextChange, pollPending, shownCode, type CodeSignInPorts } from "./pending-code.ts"
import { requestCode } from "./request-code.ts"

/**
 * Joins a sign-in that another tab polls: shows its code, reads its end from the records, and continues polling if the
 * other tab stops.
 *
 * @param first Requests a code if the other tab has none.
 */
export const followPoller = (
  context: EntitlementContext,
  mvpd: SelectedMvpd | undefined,
  ports: CodeSignInPorts,
  first: Effect.Effect<SignInResult, EntitlementError>
): {
  readonly meanwhile: Effect.Effect<SignInResult, EntitlementError>
  readonly takeOver: Effect.Effect<SignInResult, EntitlementError>
} => {
  const { records, clock } = context
  let shown: PendingSignIn | undefined
  /** The profile before this sign-in: a viewer who is signed in may change the MVPD. */
  let earlier: string | undefined

  /** Returns the end of the sign-in, if the records show that it has ended. */
  const endInRecords = Effect.gen(function* () {
    const profile = yield* records.profile.read
    const pending = yield* records.pending.read
    if (pending !== undefined) return { pending }
    if (profile !== undefined && JSON.stringify(profile) !== earlier) {
      const access = accessOf(profile, yield* context.remembered, context)
      return { end: { kind: "signed-in", access } satisfies SignInResult }
    }
    if (shown === undefined) return {}
    const end: SignInResult =
      shown.endsAt <= clock.currentTimeMillisUnsafe() ? { kind: "code-ended", why: "expired" } : { kind: "cancelled" }
    return { end }
  })

  const meanwhile = Effect.gen(function* () {
    ports.onStep({ step: "requesting-code" })
    earlier = JSON.stringify(yield* records.profile.read)
    for (;;) {
      const { end, pending } = yield* endInRecords
      if (end !== undefined) return end
      if (pending !== undefined && pending.code !== shown?.code) {
        shown = pending
        context.send({ type: "session", actionName: "resume", code: pending.code, endsAt: pending.endsAt })
        ports.onStep(shownCode(pending))
      }
      const next = yield* Effect.raceFirst(
        Effect.as(nextChange(context), "change"),
        Effect.as(ports.nextRenewal, "renewal")
      )
      // The other tab now polls the code in the record.
      if (next === "renewal") {
        const requested = yield* requestCode(context, mvpd, ports)
        if ("end" in requested) return requested.end
      }
    }
  })

  const takeOver = Effect.gen(function* () {
    const { end, pending } = yield* endInRecords
    if (end !== undefined) return end
    return yield* pending === undefined ? first : pollPending(context, pending, ports, first)
  })
  return { meanwhile, takeOver }
}
