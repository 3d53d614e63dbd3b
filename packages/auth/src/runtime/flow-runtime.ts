import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { scopedLifetime, type Lifetime } from "./lifetime.ts"

/** What the flow runs on. */
export interface FlowRuntime {
  /** To be read without a fiber on the warm path (rule 23). */
  readonly clock: Clock.Clock
  /** To run effects in. */
  readonly context: Context.Context<never>
  /** Of what runs in the background. */
  readonly lifetime: Lifetime
}

/** The {@link FlowRuntime} of a context and a lifetime. */
export const flowRuntimeOf = (context: Context.Context<never>, lifetime: Lifetime): FlowRuntime => ({
  clock: Context.get(context, Clock.Clock),
  context,
  lifetime
})

/** The {@link FlowRuntime} of the surrounding effect. */
export const currentFlowRuntime: Effect.Effect<FlowRuntime, never, Scope.Scope> = /* @__PURE__ */ Effect.flatMap(
  scopedLifetime,
  (lifetime) =>
    Effect.contextWith((context: Context.Context<never>) => Effect.succeed(flowRuntimeOf(context, lifetime)))
)

const nanosPerMilli = 1_000_000

/**
 * Milliseconds of the clock's monotonic basis, which the user and the network cannot turn back. Its origin means
 * nothing: only differences do.
 */
export const monotonicMillis = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / nanosPerMilli
