import * as Effect from "effect/Effect"
import type { Access } from "../access/access.ts"
import { lastMvpd } from "../access/last-mvpd.ts"
import { readAccess } from "../access/read-access.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { invalid } from "../options/resolve-options.ts"
import type { StartResult } from "./start-result.ts"

/**
 * Creates the effect that reads the viewer's profile with one call: the profile of the MVPD of the last visit,
 * otherwise all profiles. Concurrent callers share it. A failure changes the state to `failed`; another run retries.
 *
 * Source: docs/protocol/flows.md, section 2.
 */
export const makeStart = (context: EntitlementContext): Effect.Effect<StartResult, EntitlementError> => {
  const shared = context.sharedCall<StartResult, EntitlementError>()
  const look = Effect.gen(function* () {
    context.send({ type: "start" })
    const began = context.state.getSnapshot()
    const before = yield* context.records.profile.read
    const found = yield* readAccess(context, yield* lastMvpd(context)).pipe(
      // The integration of the remembered MVPD was removed.
      Effect.catch((error) =>
        isRemovedIntegration(error)
          ? Effect.as(context.records.selection.remove, [] as ReadonlyArray<Access>)
          : Effect.fail(error)
      )
    )
    return (yield* newerOutcome(context, began)) ?? (yield* outcomeOf(context, found, before !== undefined))
  }).pipe(
    Effect.catch((error) => {
      context.send({ type: "failed", error })
      return Effect.fail(error)
    })
  )
  return Effect.suspend(() => shared(look))
}

/** Returns the result of a sign-in or sign-out during the request, which is newer than the response. */
const newerOutcome = (context: EntitlementContext, began: EntitlementState): Effect.Effect<StartResult | undefined> => {
  const now = context.state.getSnapshot()
  if (now.name === "signed-in" && now !== began) return Effect.succeed({ kind: "signed-in", access: now.access })
  return now.name === "signed-out" || now.name === "signing-out" ? signedOut(context) : Effect.succeed(undefined)
}

const signedOut = (context: EntitlementContext): Effect.Effect<StartResult & { readonly kind: "signed-out" }> =>
  Effect.map(context.remembered, (remembered) => ({ kind: "signed-out", ...(remembered && { remembered }) }))

const outcomeOf = (
  context: EntitlementContext,
  found: ReadonlyArray<Access>,
  hadProfile: boolean
): Effect.Effect<StartResult> =>
  Effect.gen(function* () {
    if (found.length > 1 && context.options.profileChoice === "ask") {
      context.send({ type: "several-profiles", choices: found })
      return { kind: "several-profiles", choices: found, choose: makeChoose(context, found) }
    }
    const access = chosen(context, found)
    if (access !== undefined) {
      yield* context.keepAccess(access)
      context.send({ type: "access-found", access })
      return { kind: "signed-in", access }
    }
    const { kind, ...remembered } = yield* signedOut(context)
    yield* context.forgetAccess
    context.send({ type: "no-profile", why: hadProfile ? "expired" : "first-visit", ...remembered })
    return { kind, ...remembered }
  })

const chosen = ({ options }: EntitlementContext, found: ReadonlyArray<Access>): Access | undefined =>
  options.profileChoice === "longest"
    ? found.reduce<Access | undefined>(
        (best, access) => (best === undefined || lifetimeOf(access) > lifetimeOf(best) ? access : best),
        undefined
      )
    : found[0]

// A profile without an end counts as the longest.
const lifetimeOf = ({ endsAt = Infinity }: Access): number => endsAt

const makeChoose =
  (context: EntitlementContext, choices: ReadonlyArray<Access>) =>
  (mvpd: string): Access => {
    const access = choices.find((choice) => choice.mvpd.id === mvpd)
    if (access === undefined) throw invalid("mvpd", "pass the id of one of the choices")
    Effect.runForkWith(context.services)(context.keepAccess(access))
    context.send({ type: "access-found", access })
    return access
  }

const isRemovedIntegration = ({ reason }: EntitlementError): boolean =>
  reason._tag === "Refused" && "code" in reason.failure && isStaleMvpd(reason.failure.code)
