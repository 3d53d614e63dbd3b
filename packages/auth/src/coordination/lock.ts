import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * Mutual exclusion by key. Its scope is that of the store: one process, all processes that share a directory, or all
 * tabs of an origin. Both the wait and the protected effect can be interrupted; the lock is then released.
 *
 * Read the store again after acquiring the lock: the previous owner may have done the work already (rule 26, read after
 * lock).
 *
 * Fails with `LockTimeout` if another owner keeps the lock too long, or if this process lost its lease while it was
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
 * a lease provide it to the protected effect. Code that writes under the lock runs it immediately before each write, so
 * that a process that was paused past its lease does not overwrite the records of its successor.
 *
 * Always succeeds if the lock has no lease.
 */
export const Lease = /* @__PURE__ */ Context.Reference<Effect.Effect<void, AuthError>>(
  "@tve-pass/auth/coordination/Lease",
  {
    defaultValue: () => Effect.void
  }
)
