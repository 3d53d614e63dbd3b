import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthEvents } from "../events/index.ts"
import { countersOf, tokenReuses } from "./metrics.ts"

/**
 * The names of the spans (rule 22, observation). Spans stay in the process: no trace header is added to calls to Adobe.
 */
export type SpanName = "register" | "token" | "throttle wait"

/** The spans and counters of the auth layer. */
export interface Observation {
  /** Wraps an effect in a span. */
  readonly span: (
    name: SpanName
  ) => <Success, Failure, Requirements>(
    effect: Effect.Effect<Success, Failure, Requirements>
  ) => Effect.Effect<Success, Failure, Requirements>
  /** Counts a call that used the token in memory. Called on the warm path. */
  readonly tokenReused: () => void
}

/** An {@link Observation} that records nothing. */
export const noObservation: Observation = { span: () => (effect) => effect, tokenReused: () => {} }

/**
 * Creates an {@link Observation} with spans and counters of Effect (rule 22, observation). Counts events until the
 * surrounding scope ends.
 */
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
