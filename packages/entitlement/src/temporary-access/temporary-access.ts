import { readProfiles } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { askPlayback } from "../decisions/authorize.ts"
import type { PlaybackDecision } from "../decisions/playback-decision.ts"
import { decidePlayback } from "../decisions/playback-decisions.ts"
import { refusalOf } from "../errors/refusal.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { invalid } from "../options/resolve-options.ts"
import { identityHeaderOf } from "./identity-header.ts"
import { makePassEnd } from "./pass-end.ts"
import { remainingOf, unavailableOf, type RemainingAccess } from "./remaining-access.ts"
import type { TemporaryAccessOptions } from "./temporary-access-options.ts"

/**
 * One TempPass, or several in order. It needs no sign-in, and does not change the state: a viewer with temporary access
 * is not `signed-in`.
 */
export interface TemporaryAccess {
  /**
   * Returns the remaining time or resources of the first pass that is not used up. Sends one call for each pass that it
   * checks.
   */
  readonly remaining: Effect.Effect<RemainingAccess, EntitlementError>
  /**
   * Decides whether a resource may be played now, with the first pass that is not used up. The first permit starts its
   * time.
   */
  readonly authorize: (resource: string) => Effect.Effect<PlaybackDecision, EntitlementError>
  /**
   * Succeeds when the time of the pass with the last permit is over. Adobe does not stop a running stream, so the
   * application has to (M-TP-1). Checks the pass at the beginning, when the application returns to the foreground, and
   * at the end.
   */
  readonly ended: Effect.Effect<void>
}

/**
 * Creates the temporary access of a context.
 *
 * Source: docs/protocol/flows.md, section 11.
 *
 * @throws EntitlementError with reason `InvalidConfiguration` for a pass without id or identity; nothing was sent
 */
export const makeTemporaryAccess = (
  context: EntitlementContext,
  passes: TemporaryAccessOptions | ReadonlyArray<TemporaryAccessOptions>
): TemporaryAccess => {
  const [first, ...others] = (Array.isArray(passes) ? (passes as ReadonlyArray<TemporaryAccessOptions>) : [passes]).map(
    (pass) => makePass(context, pass as TemporaryAccessOptions)
  )
  if (first === undefined) throw invalid("temporaryAccess", "pass at least one TempPass")
  let current = first

  /** Tries the passes in order until one is not used up. */
  const firstOf = <Outcome extends { readonly kind: string }>(
    ask: (pass: Pass) => Effect.Effect<Outcome, EntitlementError>,
    isOfNoUse: (outcome: Outcome) => boolean
  ) =>
    Effect.gen(function* () {
      let outcome = yield* ask(first)
      for (const pass of others) {
        if (!isOfNoUse(outcome)) break
        outcome = yield* ask(pass)
      }
      return outcome
    })

  return {
    remaining: firstOf(
      ({ remaining }) => remaining,
      ({ kind }) => kind !== "available"
    ),
    authorize: (resource) =>
      firstOf(
        (pass) =>
          Effect.tap(pass.authorize(resource), ({ kind }) =>
            Effect.sync(() => {
              if (kind === "permit") current = pass
            })
          ),
        ({ kind }) => kind === "pass-used-up" || kind === "sign-in-again"
      ),
    ended: Effect.suspend(() => current.ended)
  }
}

interface Pass extends TemporaryAccess {}

const makePass = (context: EntitlementContext, options: TemporaryAccessOptions): Pass => {
  const { mvpd, kind, identity } = options
  if (typeof mvpd !== "string" || mvpd === "") throw invalid("mvpd", "pass the id of the TempPass")
  const header = kind === "promotional" ? identityHeaderOf(identity) : {}
  const { call, restV2 } = context
  const { serviceProvider } = context.options

  const remaining = call("retrieveProfileForMvpd", ({ signal, headers }) =>
    restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", {
      params: { path: { serviceProvider, mvpd } },
      signal,
      headers: { ...headers, ...header }
    })
  ).pipe(
    Effect.map((response): RemainingAccess => {
      const profiles = readProfiles(response)
      return remainingOf(mvpd, profiles.find((profile) => profile.mvpd === mvpd) ?? profiles[0])
    }),
    Effect.catch((error) => {
      const failure = refusalOf(error)
      return failure?._tag === "EnhancedError" && failure.action !== "retry"
        ? Effect.succeed(unavailableOf(mvpd, failure))
        : Effect.fail(error)
    })
  )
  const end = makePassEnd(context, remaining)
  const ask = askPlayback(context, mvpd, header)
  return {
    remaining,
    authorize: (resource) =>
      decidePlayback(
        {
          mvpd,
          ask: (asked) => Effect.tap(ask(asked), ({ decision }) => Effect.sync(() => end.note(decision)))
        },
        resource
      ),
    ended: end.ended
  }
}
