import type * as Effect from "effect/Effect"

/** The spans of rule 22. Spans stay in the process: no trace header is ever added to a vendor call. */
export type SpanName = "register" | "token" | "throttle wait"

/** How the flow is watched from outside, besides its events. Costs nothing where nobody watches. */
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
