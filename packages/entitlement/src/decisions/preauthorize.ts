import { readDecisions } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { catalogueDecisionOf, undecided, type CatalogueDecision } from "./catalogue-decision.ts"
import { decideCatalogue, type CatalogueResponse } from "./catalogue-decisions.ts"
import { decisionSubject, reportLostAccess } from "./lost-access.ts"
import { makePermits } from "./permits.ts"
import { refusalOf } from "../errors/refusal.ts"

/** Receives decisions in request order, as soon as they are final. */
export type OnDecided = (decisions: ReadonlyArray<CatalogueDecision>) => void

/** Requests catalogue decisions for resources. */
export type Preauthorize = (
  resources: ReadonlyArray<string>,
  onDecided?: OnDecided
) => Effect.Effect<ReadonlyArray<CatalogueDecision>, EntitlementError>

/**
 * Creates {@link Preauthorize}, which caches permits in memory (M-PRE-4). If no viewer is signed in, every resource is
 * undecided and nothing is sent.
 *
 * Source: docs/protocol/flows.md section 8.
 */
export const makePreauthorize = (context: EntitlementContext): Preauthorize => {
  const permits = makePermits()
  context.onAccessChange(permits.clear)
  const limit = { current: context.options.preauthorizeLimit }
  return (resources, onDecided = () => undefined) =>
    Effect.gen(function* () {
      const subject = yield* decisionSubject(context)
      if (subject === undefined) {
        const decisions = resources.map((resource) => undecided(resource))
        if (decisions.length > 0) onDecided(decisions)
        return decisions
      }
      const ask = (chunk: ReadonlyArray<string>) =>
        Effect.gen(function* () {
          const response = yield* askCatalogue(context, subject.mvpd, chunk)
          for (const failure of failuresOf(response.decisions)) yield* reportLostAccess(context, subject, failure)
          return response
        })
      return yield* decideCatalogue({ ask, limit, permits }, resources, onDecided)
    })
}

/** Sends one preauthorization call. If the server refuses it, all resources are undecided. */
export const askCatalogue = (
  context: Pick<EntitlementContext, "call" | "restV2" | "options" | "noteFailure">,
  mvpd: string,
  resources: ReadonlyArray<string>
): Effect.Effect<CatalogueResponse, EntitlementError> => {
  const { call, restV2, options, noteFailure } = context
  const path = { serviceProvider: options.serviceProvider, mvpd }
  return call("retrievePreauthorizationDecisions", (init) =>
    restV2.POST("/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}", {
      params: { path },
      body: { resources: [...resources] },
      ...init
    })
  ).pipe(
    Effect.map((response) => {
      const decisions = readDecisions(response, resources).map(catalogueDecisionOf)
      for (const failure of failuresOf(decisions)) noteFailure("retrievePreauthorizationDecisions", failure)
      return { decisions }
    }),
    Effect.catch((error) => {
      const failure = refusalOf(error)
      return failure === undefined
        ? Effect.fail(error)
        : Effect.succeed({ decisions: resources.map((resource) => undecided(resource, failure)), failure })
    })
  )
}

/** Returns the failures of decisions, without duplicate codes. */
const failuresOf = (decisions: ReadonlyArray<CatalogueDecision>) => [
  ...new Map(
    decisions.flatMap((decision) =>
      decision.kind === "undecided" && decision.failure?._tag === "EnhancedError"
        ? [[decision.failure.code, decision.failure] as const]
        : []
    )
  ).values()
]
