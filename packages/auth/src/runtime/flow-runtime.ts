import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { clockOf, type FlowClock } from "./clock.ts"
import { scopedLifetime, type Lifetime } from "./lifetime.ts"

/** The clock, context and lifetime that the auth layer runs on. */
export interface FlowRuntime {
  /** Read without a fiber on the warm path (rule 23, clock). */
  readonly clock: FlowClock
  /** The context in which effects run. */
  readonly context: Context.Context<never>
  /** The lifetime of background fibers. */
  readonly lifetime: Lifetime
}

/** Creates the {@link FlowRuntime} of a context and a lifetime. */
export const flowRuntimeOf = (context: Context.Context<never>, lifetime: Lifetime): FlowRuntime => ({
  clock: clockOf(context),
  context,
  lifetime
})

/** Returns the {@link FlowRuntime} of the surrounding effect. */
export const currentFlowRuntime: Effect.Effect<FlowRuntime, never, Scope.Scope> = /* @__PURE__ */ Effect.flatMap(
  scopedLifetime,
  (lifetime) =>
    Effect.contextWith((context: Context.Context<never>) => Effect.succeed(flowRuntimeOf(context, lifetime)))
)
