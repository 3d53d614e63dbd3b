import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import { endFibers } from "./await-fiber.ts"

/** Background fibers that end together. Replaces a `Scope`, in a fraction of its size. */
export interface Lifetime {
  /** Forks the effect in the caller's context. Once the lifetime has ended, forked effects are interrupted immediately. */
  readonly fork: <Success, Failure>(
    effect: Effect.Effect<Success, Failure>
  ) => Effect.Effect<Fiber.Fiber<Success, Failure>>
  /** Interrupts the fibers, and waits until they have ended. */
  readonly end: Effect.Effect<void>
  readonly hasEnded: () => boolean
}

export const makeLifetime = (): Lifetime => {
  const fibers = new Set<Fiber.Fiber<unknown, unknown>>()
  let over = false
  return {
    fork: <Success, Failure>(effect: Effect.Effect<Success, Failure>) =>
      Effect.flatMap(Effect.forkDetach(Effect.suspend(() => (over ? Effect.interrupt : effect))), (fiber) => {
        fibers.add(fiber)
        fiber.addObserver(() => void fibers.delete(fiber))
        return Effect.succeed(fiber)
      }),
    end: Effect.suspend(() => {
      over = true
      return endFibers(fibers)
    }),
    hasEnded: () => over
  }
}

/** A {@link Lifetime} that ends with the surrounding scope. */
export const scopedLifetime: Effect.Effect<Lifetime, never, Scope.Scope> = /* @__PURE__ */ Effect.acquireRelease(
  /* @__PURE__ */ Effect.sync(makeLifetime),
  (lifetime) => lifetime.end
)
