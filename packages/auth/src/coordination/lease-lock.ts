import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { AuthError, describeUnderlyingError, failWith } from "../errors/index.ts"
import { withDefaults } from "../options/option.ts"
import { currentClock, monotonicMillis, sleep } from "../runtime/index.ts"
import { inProcessLock, type LockOptions } from "./in-process-lock.ts"
import { Lease, type Lock } from "./lock.ts"
import { defaultLockTimeout, serialized, type Permit } from "./permit.ts"

/**
 * Three functions that keep a lock, for example in a database. `owner` is a random string for each attempt; `lease` is
 * in milliseconds.
 */
export interface LeaseStore {
  /** Acquires the lock if it is free, or if the lease of its owner has passed. Resolves to whether it did. */
  readonly acquire: (key: string, owner: string, lease: number) => PromiseLike<boolean>
  /** Restarts the lease of this owner. Resolves to `false` if this owner does not have the lock. */
  readonly renew: (key: string, owner: string, lease: number) => PromiseLike<boolean>
  /** Releases the lock if this owner still has it. */
  readonly release: (key: string, owner: string) => PromiseLike<unknown>
}

/** Options of {@link leaseLock}. */
export interface LeaseLockOptions extends LockOptions {
  /** Milliseconds without renewal after which an owner loses the lock. Default 15,000. */
  readonly lease?: number | undefined
  /**
   * Whether the store's `set` compares `lockOwner` and refuses the write of an owner that has lost the lock. Then no
   * renewal is sent before each write. Default `false`.
   */
  readonly isFenced?: boolean | undefined
}

/** The owner of the surrounding {@link leaseLock}, for stores that check it with each write. */
export const LockOwner = /* @__PURE__ */ Context.Reference<string | undefined>(
  "@tve-pass/auth/coordination/LockOwner",
  {
    defaultValue: () => undefined
  }
)

/**
 * Creates the `lock` of a custom store from three functions. The lock recovers when its owner is killed (rule 25,
 * cross-process lock). Callers of one process acquire it in order; several processes poll for it.
 *
 * Fails with `LockTimeout` if another owner keeps the lock, or if the lease was lost; with `StoreUnavailable` if `acquire`
 * rejects.
 *
 * @example
 * ```ts
 * const lock = leaseLock({
 *   acquire: (key, owner, lease) => database.acquire(key, owner, lease),
 *   renew: (key, owner, lease) => database.renew(key, owner, lease),
 *   release: (key, owner) => database.release(key, owner)
 * })
 * ```
 */
export const leaseLock = (store: LeaseStore, options: LeaseLockOptions = {}): Lock => {
  const settings = withDefaults("", defaults, options, ["timeout", "lease"])
  const inProcess = inProcessLock({ timeout: settings.timeout })
  return {
    withLock: (key) => (effect) =>
      Effect.suspend(() => {
        const held = { key, owner: randomOwner(), store, ...settings, renewedAt: 0 }
        const work = Effect.suspend(() => whileOwner(held, effect))
        return inProcess.withLock(key)(
          serialized(
            key,
            settings.timeout,
            () => requestPermit(held),
            () => work
          )
        )
      })
  }
}

const defaults = { timeout: defaultLockTimeout, lease: 15_000, isFenced: false }
const firstPause = 10
const longestPause = 200

interface Held {
  readonly key: string
  readonly owner: string
  readonly store: LeaseStore
  readonly lease: number
  readonly isFenced: boolean
  /** When the last call that set the lease was sent: milliseconds of the monotonic clock. */
  renewedAt: number
}

const requestPermit = (held: Held): Permit => {
  const { key, owner, store, lease } = held
  let attempt: Promise<boolean> | undefined
  let isPending = false
  return {
    wait: Effect.gen(function* () {
      for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
        const sentAt = yield* now
        const acquired = (attempt = (async () => store.acquire(key, owner, lease))())
        isPending = true
        const isAcquired = yield* call(key, () => acquired)
        isPending = false
        if (isAcquired) {
          held.renewedAt = sentAt
          return
        }
        yield* sleep(pause)
      }
    }),
    // The protected work is done. If the release fails, the lease runs out.
    leave: Effect.suspend(() => {
      const release = async () => store.release(key, owner)
      // The release waits for a pending attempt: over another connection it could arrive first, and the attempt would
      // then acquire a lock that is never used.
      const released = attempt?.then(release, release)
      if (released === undefined) return Effect.void
      return Effect.ignore(isPending ? Effect.sync(() => void released.catch(() => {})) : call(key, () => released))
    })
  }
}

/** Runs the effect while renewing the lease, and interrupts it when the lock is lost. */
const whileOwner = <Success, Failure, Requirements>(
  held: Held,
  effect: Effect.Effect<Success, Failure, Requirements>
): Effect.Effect<Success, Failure | AuthError, Requirements> => {
  const { key, owner, store, lease, isFenced } = held
  const renew = Effect.gen(function* () {
    const sentAt = yield* now
    if (!(yield* call(key, () => store.renew(key, owner, lease)))) return yield* lost(key)
    held.renewedAt = sentAt
  })
  const hasLease = Effect.flatMap(now, (millis) => (millis - held.renewedAt < lease ? Effect.void : lost(key)))
  const keepRenewing = sleep(lease / 3).pipe(
    Effect.andThen(renew),
    // A temporary failure of the store does not stop the work while the lease lasts.
    Effect.catchReason("AuthError", "StoreUnavailable", () => hasLease),
    Effect.forever
  )
  const protectedWork = effect.pipe(
    Effect.provideService(Lease, isFenced ? hasLease : renew),
    Effect.provideService(LockOwner, owner)
  )
  return Effect.raceFirst(protectedWork, keepRenewing)
}

const now: Effect.Effect<number> = /* @__PURE__ */ Effect.flatMap(currentClock, (clock) =>
  Effect.sync(() => monotonicMillis(clock))
)

const call = <Result>(location: string, run: () => PromiseLike<Result>): Effect.Effect<Result, AuthError> =>
  Effect.tryPromise({
    try: async () => run(),
    catch: (thrown) =>
      thrown instanceof AuthError
        ? thrown
        : new AuthError({
            reason: {
              _tag: "StoreUnavailable",
              operation: "open",
              location,
              remedy: "Check the lock of the store",
              cause: describeUnderlyingError(thrown)
            }
          })
  })

const lost = (lock: string): Effect.Effect<never, AuthError> =>
  failWith({ _tag: "LockTimeout", lock, state: "lost", waited: 0 })

// An owner need not be secret, only unique. React Native lacks `crypto.randomUUID`.
const randomOwner = (): string => Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join("")
