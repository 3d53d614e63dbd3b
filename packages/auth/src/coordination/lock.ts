import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * Mutual exclusion by key, as wide as the store it belongs to: one process, all processes on a directory, all tabs of
 * an origin. Waiting for the lock and what it protects can both be interrupted; either way the lock is released.
 *
 * Read the store again once inside: the previous owner may have done the work already (rule 26).
 *
 * Fails with `LockTimeout` if another owner keeps the lock too long, or if the own lease was lost while the process was
 * paused.
 */
export interface Lock {
  /** Runs an effect while the lock of the key is held. */
  readonly withLock: (
    key: string
  ) => <Success, Failure, Requirements>(
    effect: Effect.Effect<Success, Failure, Requirements>
  ) => Effect.Effect<Success, Failure | AuthError, Requirements>
}

/** The service of {@link Lock}. */
export const Lock: Context.Service<Lock, Lock> = /* @__PURE__ */ Context.Service("@tve-pass/auth/Lock")

/**
 * Checks that the surrounding lock is still held; fails with `LockTimeout` if it was lost. `Lock` implementations with
 * a lease provide it to what they protect, and the code that writes under the lock runs it right before writing: a process
 * that was paused past its lease must not overwrite what its successor stored.
 *
 * Always succeeds where locks cannot be lost.
 */
export const Lease = /* @__PURE__ */ Context.Reference<Effect.Effect<void, AuthError>>(
  "@tve-pass/auth/coordination/Lease",
  {
    defaultValue: () => Effect.void
  }
)
