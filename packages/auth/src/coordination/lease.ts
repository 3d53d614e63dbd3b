import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthError } from "../errors/index.ts"

/**
 * Checks that the surrounding lock is still held; fails with `LockTimeout` if it was lost. `Lock` implementations with
 * a lease provide it to what they protect, and whoever writes under the lock runs it right before writing: a process
 * that was paused past its lease must not overwrite what its successor stored.
 *
 * Always succeeds where locks cannot be lost.
 */
export const Lease = Context.Reference<Effect.Effect<void, AuthError>>("@tve-pass/auth/coordination/Lease", {
  defaultValue: () => Effect.void
})
