import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { clockOf, type FlowClock } from "./clock.ts"
import { scopedLifetime, type Lifetime } from "./lifetime.ts"

/** What the flow runs on. */
export interface FlowRuntime {
  /** To be read without a fiber on the warm path (rule 23). */
  readonly clock: FlowClock
  /** To run effects in. */
  readonly context: Context.Context<never>
  /** Of what runs in the background. */
  readonly lifetime: Lifetime
}

/** The {@link FlowRuntime} of a context and a lifetime. */
export const flowRuntimeOf = (context: Context.Context<never>, lifetime: Lifetime): FlowRuntime => ({
  clock: clockOf(context),
  context,
  lifetime
})

/** The {@link FlowRuntime} of the surrounding effect. */
export const currentFlowRuntime: Effect.Effect<FlowRuntime, never, Scope.Scope> = /* @__PURE__ */ Effect.flatMap(
  scopedLifetime,
  (lifetime) =>
    Effect.contextWith((context: Context.Context<never>) => Effect.succeed(flowRuntimeOf(context, lifetime)))
)
