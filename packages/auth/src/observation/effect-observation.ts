import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { EventSource } from "../events/index.ts"
import { countersOf, tokenReuses } from "./metrics.ts"
import type { Observation } from "./observation.ts"

/** Spans and counters of Effect (rule 22). The events of `events` are counted until the surrounding scope ends. */
export const makeEffectObservation = (events: EventSource) =>
  Effect.contextWith((context: Context.Context<never>) => {
    const observation: Observation = {
      span: (name) => (effect) => Effect.withSpan(effect, `AdobePass ${name}`),
      tokenReused: () => tokenReuses.updateUnsafe(1, context)
    }
    const count = Effect.sync(() =>
      events.subscribe((event) => {
        for (const counter of countersOf(event)) counter.updateUnsafe(1, context)
      })
    )
    return Effect.as(
      Effect.acquireRelease(count, (stop) => Effect.sync(stop)),
      observation
    )
  })

/** How the flow of the surrounding layers is watched. */
export class FlowObservation extends Context.Service<FlowObservation, Observation>()(
  "@tve-pass/auth/observation/FlowObservation"
) {}
