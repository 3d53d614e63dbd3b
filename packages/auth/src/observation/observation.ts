import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthEvents } from "../events/index.ts"
import { countersOf, tokenReuses } from "./metrics.ts"

/** The spans of rule 22. Spans stay in the process: no trace header is ever added to a vendor call. */
export type SpanName = "register" | "token" | "throttle wait"

/** Spans and counters of the flow, besides its events. */
export interface Observation {
  /** Wraps a part of the flow in a span. */
  readonly span: (
    name: SpanName
  ) => <Success, Failure, Requirements>(
    effect: Effect.Effect<Success, Failure, Requirements>
  ) => Effect.Effect<Success, Failure, Requirements>
  /** A call was served with the token at hand. Called on the warm path. */
  readonly tokenReused: () => void
}

/** Watches nothing. */
export const noObservation: Observation = { span: () => (effect) => effect, tokenReused: () => {} }

/** Spans and counters of Effect (rule 22). The events of `events` are counted until the surrounding scope ends. */
export const makeEffectObservation = (events: AuthEvents) =>
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

/** The service of {@link Observation}. */
export const Observation: Context.Service<Observation, Observation> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/Observation")
