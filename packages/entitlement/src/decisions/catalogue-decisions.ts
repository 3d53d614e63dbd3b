import { sleep } from "@tve-pass/auth/flow-runtime"
import type { Failure } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import { reactionToEnhancedError } from "../viewer-message/index.ts"
import { undecided, type CatalogueDecision } from "./catalogue-decision.ts"
import type { Permits } from "./permits.ts"
import { repeatDelays } from "./repeat-delays.ts"

/** The parts that {@link decideCatalogue} needs. */
export interface CatalogueParts<Error> {
  /** Sends one preauthorization call (operation 10). */
  readonly ask: (resources: ReadonlyArray<string>) => Effect.Effect<CatalogueResponse, Error>
  readonly limit: ResourceLimit
  readonly permits: Permits
}

/** The decisions of one call. */
export interface CatalogueResponse {
  /** One for each resource of the call, in its order. */
  readonly decisions: ReadonlyArray<CatalogueDecision>
  /** The failure of the whole call. Every decision is then undecided. */
  readonly failure?: Failure
}

/** The most resources of one call (M-PRE-5). After `too_many_resources` it is halved, and remembered. */
export interface ResourceLimit {
  current: number
}

/**
 * Requests decisions for any number of resources in chunks, one call after another. Passes final decisions to
 * `onDecided` immediately, in request order, and succeeds with all of them: one for each requested resource, including
 * duplicates.
 *
 * Repeats only resources whose error has the action `retry` (M-PRE-2, M-PRE-3, M-PRE-6). After a failure that concerns
 * the viewer or the whole call, the remaining resources are undecided without a call.
 *
 * Source: docs/protocol/flows.md section 8, docs/protocol/errors.md section 5.
 */
export const decideCatalogue = <Error>(
  { ask, limit, permits }: CatalogueParts<Error>,
  resources: ReadonlyArray<string>,
  onDecided: (decisions: ReadonlyArray<CatalogueDecision>) => void
): Effect.Effect<ReadonlyArray<CatalogueDecision>, Error> =>
  Effect.gen(function* () {
    const generation = permits.generation()
    const order = makeRequestOrder(resources, onDecided)
    const settle = (decisions: ReadonlyArray<CatalogueDecision>): void => {
      for (const decision of decisions) if (decision.kind === "permit") permits.add(decision, generation)
      order.settle(decisions)
    }

    const known = order.resources.flatMap((resource) => permits.get(resource) ?? [])
    settle(known)
    const waiting = order.resources.filter((resource) => permits.get(resource) === undefined)
    let delays: ReadonlyArray<number> = repeatDelays.catalogue
    while (waiting.length > 0) {
      const chunk = waiting.splice(0, limit.current)
      const outcome = yield* decideChunk(ask, chunk, delays)
      if (outcome.hasTooMany && chunk.length > 1) {
        limit.current = Math.floor(chunk.length / 2)
        waiting.unshift(...chunk)
        continue
      }
      settle(outcome.decisions)
      // The MVPD is unavailable, so the other chunks are not retried.
      if (outcome.isExhausted) delays = []
      const { obstacle } = outcome
      if (obstacle !== undefined) settle(waiting.splice(0).map((resource) => undecided(resource, obstacle)))
    }
    return order.decisions
  })

interface ChunkOutcome {
  readonly decisions: ReadonlyArray<CatalogueDecision>
  readonly hasTooMany: boolean
  /** Whether some resources still have the action `retry`. */
  readonly isExhausted: boolean
  /** A failure that would occur for other resources as well. */
  readonly obstacle: Failure | undefined
}

const decideChunk = <Error>(
  ask: CatalogueParts<Error>["ask"],
  chunk: ReadonlyArray<string>,
  delays: ReadonlyArray<number>
): Effect.Effect<ChunkOutcome, Error> =>
  Effect.gen(function* () {
    const decided = new Map<string, CatalogueDecision>()
    let pending = chunk
    for (let repetition = 0; ; repetition++) {
      const response = yield* ask(pending)
      for (const decision of response.decisions) decided.set(decision.resource, decision)
      pending = response.decisions.filter(saysRetry).map(({ resource }) => resource)
      const delay = delays[repetition]
      if (pending.length > 0 && delay !== undefined) {
        yield* sleep(delay)
        continue
      }
      return {
        decisions: [...decided.values()],
        hasTooMany: response.decisions.some(saysTooMany),
        isExhausted: pending.length > 0,
        obstacle: obstacleOf(response)
      }
    }
  })

const codeOf = (decision: CatalogueDecision): string | undefined =>
  decision.kind !== "permit" && decision.failure?._tag === "EnhancedError" ? decision.failure.code : undefined

const saysTooMany = (decision: CatalogueDecision): boolean => codeOf(decision) === "too_many_resources"

const saysRetry = (decision: CatalogueDecision): boolean =>
  decision.kind === "undecided" && decision.failure?._tag === "EnhancedError" && decision.failure.action === "retry"

/**
 * Returns the failure of the whole call, or of a decision whose failure concerns the viewer rather than the resource.
 */
const obstacleOf = ({ decisions, failure }: CatalogueResponse): Failure | undefined => {
  if (failure !== undefined) {
    // Before 3.9.0 a failed authorization could be a success without a body (C-CH-1).
    if (failure._tag === "HttpError" && failure.httpStatus < 400) return undefined
    return failure._tag === "EnhancedError" && failure.action === "retry" ? undefined : failure
  }
  for (const decision of decisions) {
    if (decision.kind === "undecided" && decision.failure?._tag === "EnhancedError") {
      const { kind } = reactionToEnhancedError(decision.failure)
      if (kind === "sign-in" || kind === "choose-provider" || kind === "pass-used-up") return decision.failure
    }
  }
  return undefined
}

/** Passes decisions on in the order of the requested resources. */
const makeRequestOrder = (
  requested: ReadonlyArray<string>,
  onDecided: (decisions: ReadonlyArray<CatalogueDecision>) => void
) => {
  const decided = new Map<string, CatalogueDecision>()
  const decisions: Array<CatalogueDecision> = []
  return {
    /** Without duplicates. */
    resources: [...new Set(requested)],
    decisions: decisions as ReadonlyArray<CatalogueDecision>,
    settle: (some: ReadonlyArray<CatalogueDecision>): void => {
      for (const decision of some) decided.set(decision.resource, decision)
      const ready: Array<CatalogueDecision> = []
      for (let index = decisions.length; index < requested.length; index++) {
        const decision = decided.get(requested[index] ?? "")
        if (decision === undefined) break
        ready.push(decision)
      }
      decisions.push(...ready)
      if (ready.length > 0) onDecided(ready)
    }
  }
}
