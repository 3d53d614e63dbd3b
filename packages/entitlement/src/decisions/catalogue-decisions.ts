import { sleep } from "@tve-pass/auth"
import type { Failure } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import { reactionToEnhancedError } from "../viewer-message/index.ts"
import { undecided, type CatalogueDecision } from "./catalogue-decision.ts"
import type { Permits } from "./permits.ts"
import { repeatDelays } from "./repeat-delays.ts"

/** What {@link decideCatalogue} needs. */
export interface CatalogueParts<Error> {
  /** Sends one preauthorization call (operation 10). */
  readonly ask: (resources: ReadonlyArray<string>) => Effect.Effect<CatalogueResponse, Error>
  readonly limit: ResourceLimit
  readonly permits: Permits
}

/** What one call said. */
export interface CatalogueResponse {
  /** One for each resource of the call, in its order. */
  readonly decisions: ReadonlyArray<CatalogueDecision>
  /** Why the whole call failed; every decision is then undecided. */
  readonly failure?: Failure
}

/** How many resources one call may ask for (M-PRE-5). Halved, and remembered, when the server says that they are too many. */
export interface ResourceLimit {
  current: number
}

/**
 * Decides about any number of resources in chunks, one call after the other. Passes decisions to `onDecided` in request
 * order as soon as they are final, and succeeds with all of them: one for each requested resource, repeated ones included.
 *
 * Asks again only for resources whose error says `retry` (M-PRE-2, M-PRE-3, M-PRE-6). After a failure that concerns the
 * viewer or the whole call, the remaining resources are undecided without a call.
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
      // The partner is down: the other chunks need not wait for it as well.
      if (outcome.isExhausted) delays = []
      const { obstacle } = outcome
      if (obstacle !== undefined) settle(waiting.splice(0).map((resource) => undecided(resource, obstacle)))
    }
    return order.decisions
  })

interface ChunkOutcome {
  readonly decisions: ReadonlyArray<CatalogueDecision>
  readonly hasTooMany: boolean
  /** Whether some resources still say `retry`. */
  readonly isExhausted: boolean
  /** Why other resources would fare no better. */
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

/** The failure of the whole call, or of one decision that concerns the viewer and not the resource. */
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

/** Passes decisions on in the order in which their resources were requested. */
const makeRequestOrder = (
  requested: ReadonlyArray<string>,
  onDecided: (decisions: ReadonlyArray<CatalogueDecision>) => void
) => {
  const decided = new Map<string, CatalogueDecision>()
  const decisions: Array<CatalogueDecision> = []
  return {
    /** Each once. */
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
