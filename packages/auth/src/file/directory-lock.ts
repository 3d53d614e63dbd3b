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

/** How long to wait for a lock, and how long its owner may be silent. */
export interface DirectoryLockOptions extends LockOptions {
  /**
   * Milliseconds without a sign of life after which an owner loses the lock; 15 seconds by default. An owner on the same
   * machine that has ended loses it at once. An owner gives three signs of life a lease, unless its event loop is blocked.
   */
  readonly lease?: number
}

/**
 * A lock between all processes that use a directory, which heals when its owner is killed (rule 25). `generations.ts`
 * describes the protocol. Fails with `LockTimeout`, `StoreUnavailable` or `StoreCorrupted`.
 *
 * @example
 * const lock = directoryLock("/var/lib/my-app/locks")
 * const program = lock.withLock("key")(Effect.succeed(1))
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
      let heartbeat = ""
      // Milliseconds slept since the heartbeat changed. Not a difference of clock times: a machine that was suspended
      // must not conclude that the owner, suspended as well, had been silent.
      let silence = 0
      let pause = firstPause
      for (;;) {
        const observed = yield* fileOperation("open", path, () => observe(path))
        if (observed.heartbeat !== heartbeat) {
          heartbeat = observed.heartbeat
          silence = 0
        }
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

/** Not interruptible: a claim that succeeded without being noted would keep everybody out for a lease. */
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

// What the lock protected is done; if it cannot be released, its lease runs out.
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
    // A renewal that is still on its way must not be overtaken by giving the lock back.
    Effect.uninterruptible
  )
  const keepRenewing = Effect.sleep(lease / 3).pipe(
    Effect.andThen(renewLease),
    // A file system that fails for a moment is no reason to stop the work; the check before each write decides.
    Effect.catchReason("AuthError", "StoreUnavailable", () => Effect.void),
    Effect.forever
  )
  return Effect.raceFirst(Effect.provideService(effect, Lease, renewLease), keepRenewing)
}

/** Deletes once, at the first use of a lock, what killed processes left behind. */
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

// No claim takes an hour.
const abandonedAfter = 3_600_000

const lost = (lock: string): AuthError =>
  new AuthError({ reason: { _tag: "LockTimeout", lock, state: "lost", waited: 0 } })
