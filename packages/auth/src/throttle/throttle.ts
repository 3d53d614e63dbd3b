import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import { monotonicMillis, sleep, type FlowClock } from "../runtime/index.ts"
import { Bucket } from "./bucket.ts"
import { defaultThrottleLimits, type ThrottleLimits } from "./throttle-limits.ts"

/**
 * Spaces the requests of each device. The key of a device is its IP address on a server, and a constant in an app (rule
 * 15, bucket).
 */
export interface Throttle {
  /**
   * Takes a request from the device's bucket if it may be sent immediately. Returns whether it did. Synchronous, for
   * the warm path.
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly tryTake: (deviceKey: string, now: number) => boolean
  /**
   * Waits until the request may be sent. An interruption frees its place in the queue (rule 17, order of waiters).
   *
   * Fails with `Throttled` by `local` if the queue is full, and with `Throttled` by `server` if a 429 holds the device
   * for longer than `longestHold`.
   */
  readonly take: (deviceKey: string, options?: TakeOptions) => Effect.Effect<void, AuthError>
  /**
   * Records a 429 for a permitted request: nothing is sent for this device for `hold` milliseconds, at least
   * {@link ThrottleLimits.minimumHold}, plus `jitter` (rule 16, hold after a 429). Returns the resulting milliseconds.
   */
  readonly rejected: (deviceKey: string, hold: number, jitter?: number) => number
  /**
   * Returns the milliseconds for which a 429 still holds the device; zero or less if none does.
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly heldFor: (deviceKey: string, now: number) => number
  /** Drops every device whose bucket behaves like a new one. */
  readonly forgetIdle: () => void
  /** Returns the number of devices in memory. */
  readonly size: () => number
}

/** How a request waits. */
export interface TakeOptions {
  /** Goes before all waiting requests, even if the queue is full. */
  readonly priority?: boolean | undefined
  /**
   * The longest hold after a 429 to wait for, in milliseconds. A longer hold fails immediately. Waiting in the queue
   * has no time limit.
   */
  readonly longestHold?: number | undefined
}

/** With fewer devices than this, idle ones are not searched for. */
const fewDevices = 64

/** The numbers of waiting requests of a device. */
interface Waiters {
  all: number
  /** The waiting requests that have priority. */
  priority: number
}

/**
 * Creates a {@link Throttle} for one process.
 *
 * Source: docs/protocol/throttling.md, section 5; decisions/auth-rules.md, rules 15 to 17.
 *
 * @example
 * ```ts
 * const throttle = Effect.map(currentClock, (clock) => makeThrottle(defaultThrottleLimits, clock))
 * const program = Effect.flatMap(throttle, ({ take }) => take("203.45.101.20"))
 * ```
 */
export const makeThrottle = (limits: ThrottleLimits, clock: FlowClock): Throttle => {
  const buckets = new Map<string, Bucket>()
  const waiters = new Map<string, Waiters>()
  const queue = inProcessLock({ timeout: Number.POSITIVE_INFINITY })
  let forgetAt = fewDevices

  const forgetIdle = (now: number): void => {
    for (const [deviceKey, bucket] of buckets) {
      if (!waiters.has(deviceKey) && bucket.isForgettable(now)) buckets.delete(deviceKey)
    }
    // The search runs whenever the number has doubled. This limits the map to twice the devices in use, at little cost
    // for each new device, and without a timer that would keep a process alive.
    forgetAt = Math.max(fewDevices, 2 * buckets.size)
  }

  const bucketOf = (deviceKey: string, now: number): Bucket => {
    let bucket = buckets.get(deviceKey)
    if (bucket === undefined) {
      if (buckets.size >= forgetAt) forgetIdle(now)
      bucket = new Bucket(limits, now)
      buckets.set(deviceKey, bucket)
    }
    return bucket
  }

  // While a request sleeps, a hold may begin or a request with priority may arrive, so both are checked again.
  const spendWhenReady = (
    bucket: Bucket,
    waiting: Waiters,
    priority: boolean,
    longestHold: number
  ): Effect.Effect<void, AuthError> =>
    Effect.suspend(() => {
      const now = monotonicMillis(clock)
      const held = bucket.heldFor(now)
      if (held > longestHold) {
        return failWith({ _tag: "Throttled", by: "server", retryAt: clock.currentTimeMillisUnsafe() + Math.ceil(held) })
      }
      const wait = bucket.readyIn(now)
      // A request with priority may be due at the same moment.
      const makesWay = wait <= 0 && !priority && waiting.priority > 0
      if (wait > 0 || makesWay) {
        return Effect.andThen(sleep(makesWay ? 1 : wait), spendWhenReady(bucket, waiting, priority, longestHold))
      }
      bucket.spend()
      return Effect.void
    })

  return {
    tryTake: (deviceKey, now) => {
      const bucket = bucketOf(deviceKey, now)
      if (waiters.has(deviceKey) || bucket.readyIn(now) > 0) return false
      bucket.spend()
      return true
    },
    take: (deviceKey, { priority = false, longestHold = Number.POSITIVE_INFINITY } = {}) =>
      // Uninterruptible, because an abort between taking a place and registering its release would lose the place
      // permanently.
      Effect.uninterruptibleMask((restore) =>
        Effect.suspend(() => {
          const now = monotonicMillis(clock)
          const bucket = bucketOf(deviceKey, now)
          const waiting = waiters.get(deviceKey) ?? { all: 0, priority: 0 }
          if (!priority && waiting.all >= limits.queueLimit) {
            const retryAt = clock.currentTimeMillisUnsafe() + bucket.readyInAt(now, waiting.all)
            return failWith({ _tag: "Throttled", by: "local", retryAt })
          }
          waiters.set(deviceKey, waiting)
          waiting.all += 1
          waiting.priority += Number(priority)
          const turn = spendWhenReady(bucket, waiting, priority, longestHold)
          // Of the requests without priority, only the first in the queue sleeps.
          return Effect.ensuring(
            restore(priority ? turn : queue.withLock(deviceKey)(turn)),
            Effect.sync(() => {
              waiting.all -= 1
              waiting.priority -= Number(priority)
              if (waiting.all === 0) waiters.delete(deviceKey)
            })
          )
        })
      ),
    rejected: (deviceKey, hold, jitter = 0) => {
      const now = monotonicMillis(clock)
      const held = Math.ceil(Math.max(defaultThrottleLimits.minimumHold, limits.minimumHold, hold) + jitter)
      bucketOf(deviceKey, now).rejected(now, held)
      return held
    },
    heldFor: (deviceKey, now) => buckets.get(deviceKey)?.heldFor(now) ?? 0,
    forgetIdle: () => forgetIdle(monotonicMillis(clock)),
    size: () => buckets.size
  }
}

/** The service of {@link Throttle}. */
export const Throttle: Context.Service<Throttle, Throttle> = /* @__PURE__ */ Context.Service("@tve-pass/auth/Throttle")
