import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"

/** Background fibers that end together. Replaces a `Scope`, in a fraction of its size. */
export interface Background {
  /**
   * Forks an effect in the caller's context. Once the background has ended, forked effects are interrupted immediately.
   */
  readonly fork: <Success, Failure>(
    effect: Effect.Effect<Success, Failure>
  ) => Effect.Effect<Fiber.Fiber<Success, Failure>>
  /** Interrupts the fibers, and waits until they have ended. */
  readonly end: Effect.Effect<void>
}

/** Creates a {@link Background}. */
export const makeBackground = (): Background => {
  const fibers = new Set<Fiber.Fiber<unknown, unknown>>()
  let hasEnded = false
  return {
    fork: <Success, Failure>(effect: Effect.Effect<Success, Failure>) =>
      Effect.map(Effect.forkDetach(Effect.suspend(() => (hasEnded ? Effect.interrupt : effect))), (fiber) => {
        fibers.add(fiber)
        fiber.addObserver(() => void fibers.delete(fiber))
        return fiber
      }),
    end: Effect.suspend(() => {
      hasEnded = true
      return Fiber.interruptAll(fibers)
    })
  }
}

/** Runs an effect, or joins the current run. */
export type SharedCall<Success, Failure> = (effect: Effect.Effect<Success, Failure>) => Effect.Effect<Success, Failure>

/**
 * Shares one run of an effect among all concurrent callers. An interrupted caller cancels only its wait. No outcome is
 * cached.
 */
export const makeSharedCall = <Success, Failure>({ fork }: Background): SharedCall<Success, Failure> => {
  let running: Fiber.Fiber<Success, Failure> | undefined
  return (effect) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.suspend(() => {
        if (running !== undefined) return restore(Fiber.join(running))
        return Effect.flatMap(fork(effect), (fiber) => {
          running = fiber
          fiber.addObserver(() => (running = undefined))
          return restore(Fiber.join(fiber))
        })
      })
    )
}
