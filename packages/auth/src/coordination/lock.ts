import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * Mutual exclusion by key, as wide as the store it belongs to: one process, all processes on a directory, all tabs of
 * an origin. Waiting for the lock and what it protects can both be interrupted; either way the lock is given back.
 *
 * Read the store again once inside: whoever had the lock before may have done the work already (rule 26).
 *
 * Fails with `LockTimeout` if another owner keeps the lock too long, or if the own lease was lost while the process was
 * paused.
 */
export class Lock extends Context.Service<
  Lock,
  {
    /** Runs an effect while the lock of the key is held. */
    readonly withLock: (
      key: string
    ) => <Success, Failure, Requirements>(
      effect: Effect.Effect<Success, Failure, Requirements>
    ) => Effect.Effect<Success, Failure | AuthError, Requirements>
  }
>()("@tve-pass/auth/coordination/Lock") {}
