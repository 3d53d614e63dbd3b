import * as Effect from "effect/Effect"
import { AuthError } from "../errors/index.ts"
import { within } from "../runtime/index.ts"

/** Milliseconds that a caller waits for a lock before it fails with `LockTimeout`. */
export const defaultLockTimeout = 60_000

/** A place in the queue for a lock: `wait` ends when it is this place's turn, `leave` gives the place or the lock back. */
export interface Turn<Ticket = void> {
  readonly wait: Effect.Effect<Ticket, AuthError>
  readonly leave: Effect.Effect<void>
}

/**
 * Runs an effect when it is its turn. However it ends, while waiting or while running, by success, failure, timeout or
 * interruption, the turn is left exactly once: leaving does not depend on whether waiting was seen to succeed.
 */
export const inTurn = <Ticket, Success, Failure, Requirements>(
  lock: string,
  timeout: number,
  takeTurn: () => Turn<Ticket>,
  run: (ticket: Ticket) => Effect.Effect<Success, Failure, Requirements>
): Effect.Effect<Success, Failure | AuthError, Requirements> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.suspend(() => {
      const turn = takeTurn()
      const wait = within(turn.wait, timeout, () => Effect.fail(busy(lock, timeout)))
      return restore(Effect.flatMap(wait, run)).pipe(Effect.ensuring(turn.leave))
    })
  )

const busy = (lock: string, waited: number): AuthError =>
  new AuthError({ reason: { _tag: "LockTimeout", lock, state: "busy", waited }, totalWait: waited })
