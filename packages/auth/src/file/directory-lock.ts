import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { join } from "node:path"
import {
  defaultLockTimeout,
  inProcessLock,
  Lease,
  serialized,
  type Lock,
  type LockOptions,
  type Permit
} from "../coordination/index.ts"
import { AuthError } from "../errors/index.ts"
import { withDefaults } from "../options/option.ts"
import { fileOperation } from "./file-error.ts"
import { fileName } from "./file-name.ts"
import { claim, observe, release, removeAbandonedClaims, renew, type Observation } from "./generations.ts"

/** Options of {@link directoryLock}. */
export interface DirectoryLockOptions extends LockOptions {
  /**
   * Milliseconds without a renewal after which an owner loses the lock. Default 15,000. If an owner on the same machine
   * has ended, it loses the lock immediately. An owner renews the lock three times in each lease, unless its event loop
   * is blocked.
   */
  readonly lease?: number
}

/**
 * Creates a lock between all processes that use a directory. It recovers when its owner is killed (rule 25,
 * cross-process lock). `generations.ts` describes the protocol. Fails with `LockTimeout`, `StoreUnavailable` or
 * `StoreCorrupted`.
 *
 * @example
 * ```ts
 * const lock = directoryLock("/var/lib/my-app/locks")
 * const program = lock.withLock("key")(Effect.succeed(1))
 * ```
 */
export const directoryLock = (directory: string, options: DirectoryLockOptions = {}): Lock => {
  const defaults = { timeout: defaultLockTimeout, lease: 15_000 }
  const { timeout, lease } = withDefaults("", defaults, options, ["timeout", "lease"])
  const inProcess = inProcessLock({ timeout })
  const tidy = tidyOnce(directory)
  return {
    withLock: (key) => (effect) => {
      const path = join(directory, fileName(key))
      return inProcess.withLock(key)(
        serialized(
          key,
          timeout,
          () => requestPermit(path, lease, tidy),
          (generation) => whileOwner(key, path, lease, generation, effect)
        )
      )
    }
  }
}

const firstPause = 10
const longestPause = 200

const requestPermit = (path: string, lease: number, tidy: Effect.Effect<void>): Permit<number> => {
  let generation: number | undefined
  return {
    wait: Effect.gen(function* () {
      yield* tidy
      let observed: Observation | undefined
      // Milliseconds slept since the heartbeat changed. Clock times are not compared, because a machine that was
      // suspended must not conclude that the owner, which was suspended too, did not renew its lease.
      let silence = 0
      let pause = firstPause
      for (;;) {
        const last = observed
        observed = yield* fileOperation("open", path, () => observe(path, last))
        if (observed.heartbeat !== last?.heartbeat) silence = 0
        if (observed.free || silence >= lease) {
          const owned = yield* claimAfter(path, observed, (own) => (generation = own))
          if (owned !== undefined) return owned
        } else {
          const nap = Math.min(pause, lease - silence)
          yield* Effect.sleep(nap)
          silence += nap
          pause = Math.min(pause * 2, longestPause)
        }
      }
    }),
    leave: Effect.suspend(() => (generation === undefined ? Effect.void : leave(path, generation)))
  }
}

/** Uninterruptible, because a successful claim that is not recorded would block all processes for a lease. */
const claimAfter = (
  path: string,
  observed: Observation,
  note: (generation: number) => void
): Effect.Effect<number | undefined, AuthError> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const generation = yield* fileOperation("open", path, () => claim(path, observed, randomUUID(), now))
    if (generation === undefined) return undefined
    note(generation)
    return generation
  }).pipe(Effect.uninterruptible)

// The protected work is done. If the release fails, the lease runs out.
const leave = (path: string, generation: number): Effect.Effect<void> =>
  Effect.ignore(fileOperation("remove", path, () => release(path, generation, randomUUID())))

/** Runs the effect while renewing the lease, and interrupts it when the lock is lost. */
const whileOwner = <Success, Failure, Requirements>(
  key: string,
  path: string,
  lease: number,
  generation: number,
  effect: Effect.Effect<Success, Failure, Requirements>
): Effect.Effect<Success, Failure | AuthError, Requirements> => {
  let renewals = 0
  const renewLease = Effect.suspend(() => fileOperation("write", path, () => renew(path, generation, ++renewals))).pipe(
    Effect.flatMap((owner) => (owner ? Effect.void : Effect.fail(lost(key)))),
    // The release waits for a pending renewal.
    Effect.uninterruptible
  )
  const keepRenewing = Effect.sleep(lease / 3).pipe(
    Effect.andThen(renewLease),
    // A temporary failure of the file system does not stop the work. The check before each write decides.
    Effect.catchReason("AuthError", "StoreUnavailable", () => Effect.void),
    Effect.forever
  )
  return Effect.raceFirst(Effect.provideService(effect, Lease, renewLease), keepRenewing)
}

/** Deletes the remains of killed processes, once, at the first use of a lock. */
const tidyOnce = (locks: string): Effect.Effect<void> => {
  let isTidy = false
  return Effect.suspend(() => {
    if (isTidy) return Effect.void
    isTidy = true
    return Effect.flatMap(Clock.currentTimeMillis, (now) =>
      Effect.ignore(fileOperation("remove", locks, () => removeAbandonedClaims(locks, now - abandonedAfter)))
    )
  })
}

// In milliseconds. No claim takes an hour.
const abandonedAfter = 3_600_000

const lost = (lock: string): AuthError =>
  new AuthError({ reason: { _tag: "LockTimeout", lock, state: "lost", waited: 0 } })
