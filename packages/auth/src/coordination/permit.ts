import * as Effect from "effect/Effect"
import { AuthError } from "../errors/index.ts"
import { sleep, withTimeout } from "../runtime/index.ts"
import type { Lock } from "./lock.ts"

/** How long, in milliseconds, a caller waits for a lock before it fails with `LockTimeout`. */
export const defaultLockTimeout = 60_000

/** A place in the queue for a lock: `wait` ends when the lock is granted, `leave` releases the place or the lock. */
export interface Permit<Ticket = void> {
  readonly wait: Effect.Effect<Ticket, AuthError>
  readonly leave: Effect.Effect<void>
}

/**
 * Runs an effect when the lock is granted. Releases the permit exactly once, after success, failure, timeout or
 * interruption, whether it was still waiting or already running.
 */
export const serialized = <Ticket, Success, Failure, Requirements>(
  lock: string,
  timeout: number,
  requestPermit: () => Permit<Ticket>,
  run: (ticket: Ticket) => Effect.Effect<Success, Failure, Requirements>
): Effect.Effect<Success, Failure | AuthError, Requirements> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.suspend(() => {
      const permit = requestPermit()
      const wait = withTimeout(permit.wait, timeout, () => Effect.fail(busy(lock, timeout)))
      return restore(Effect.flatMap(wait, run)).pipe(Effect.ensuring(permit.leave))
    })
  )

const busy = (lock: string, waited: number): AuthError =>
  new AuthError({ reason: { _tag: "LockTimeout", lock, state: "busy", waited }, totalWait: waited })

/**
 * Wraps a custom lock, which may wait indefinitely, so that it fails with `LockTimeout` after `timeout` milliseconds.
 * The default is longer than the timeout of a minute that the inner lock may have.
 */
export const boundedLock = (inner: Lock, timeout = defaultLockTimeout + 5_000): Lock => ({
  withLock: (key) => (effect) =>
    Effect.suspend(() => {
      let isGranted = false
      const granted = Effect.suspend(() => {
        isGranted = true
        return effect
      })
      const giveUp = Effect.suspend(() =>
        isGranted
          ? Effect.never
          : Effect.fail(
              new AuthError({
                reason: { _tag: "LockTimeout", lock: key, state: "busy", waited: timeout },
                totalWait: timeout
              })
            )
      )
      return Effect.raceFirst(inner.withLock(key)(granted), Effect.andThen(sleep(timeout), giveUp))
    })
})
