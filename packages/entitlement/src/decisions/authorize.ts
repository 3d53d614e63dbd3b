import { readDecisions } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { decisionSubject, reportLostAccess } from "./lost-access.ts"
import type { PlaybackDecision } from "./playback-decision.ts"
import { decidePlayback, type PlaybackResponse } from "./playback-decisions.ts"
import { refusalOf } from "../errors/refusal.ts"

/** Requests a playback decision for a resource. */
export type Authorize = (resource: string) => Effect.Effect<PlaybackDecision, EntitlementError>

/** The parts that {@link makeAuthorize} needs besides the context. */
export interface AuthorizeParts {
  /** Reads the profile again. */
  readonly refreshProfile: Effect.Effect<unknown, unknown>
}

/**
 * Creates {@link Authorize}. Each call sends a request (M-AUTHZ-1), and no decision is cached. After a permit of an
 * MVPD in `refreshAfterAuthorize`, the profile is read again in the background (M-AUTHN-8).
 *
 * Source: docs/protocol/flows.md section 9.
 */
export const makeAuthorize =
  (context: EntitlementContext, { refreshProfile }: AuthorizeParts): Authorize =>
  (resource) =>
    Effect.gen(function* () {
      const subject = yield* decisionSubject(context)
      if (subject === undefined) return yield* rememberedWith(context, { kind: "sign-in-again", resource })
      const { mvpd } = subject
      const decision = yield* decidePlayback({ mvpd, ask: askPlayback(context, mvpd) }, resource)
      if (decision.kind === "permit" && context.options.refreshAfterAuthorize.includes(mvpd)) {
        yield* context.background.fork(refreshProfile.pipe(Effect.catch(() => Effect.void)))
      }
      if (decision.kind !== "sign-in-again") return decision
      if (decision.failure !== undefined) yield* reportLostAccess(context, subject, decision.failure)
      return yield* rememberedWith(context, decision)
    })

/** Adds the remembered MVPD, unless its integration was removed. */
const rememberedWith = (
  context: EntitlementContext,
  decision: PlaybackDecision & { readonly kind: "sign-in-again" }
): Effect.Effect<PlaybackDecision> =>
  Effect.map(context.remembered, (remembered) =>
    remembered === undefined || isStaleMvpd(decision.failure?.code ?? "") ? decision : { ...decision, remembered }
  )

/** Sends one authorization call. If the server refuses it, returns a response without a decision. */
export const askPlayback =
  (
    context: Pick<EntitlementContext, "call" | "restV2" | "options" | "noteFailure">,
    mvpd: string,
    identity: { readonly [name: string]: string } = {}
  ) =>
  (resource: string): Effect.Effect<PlaybackResponse, EntitlementError> => {
    const { call, restV2, options, noteFailure } = context
    const path = { serviceProvider: options.serviceProvider, mvpd }
    return call("retrieveAuthorizationDecisions", ({ signal, headers }) =>
      restV2.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", {
        params: { path },
        body: { resources: [resource] },
        signal,
        headers: { ...headers, ...identity }
      })
    ).pipe(
      Effect.map((response): PlaybackResponse => {
        const [decision = { kind: "undecided", resource } as const] = readDecisions(response, [resource])
        if (decision.kind === "deny" && decision.failure !== undefined) {
          noteFailure("retrieveAuthorizationDecisions", decision.failure)
        }
        return { decision }
      }),
      Effect.catch((error) => {
        const failure = refusalOf(error)
        return failure === undefined ? Effect.fail(error) : Effect.succeed<PlaybackResponse>({ failure })
      })
    )
  }
