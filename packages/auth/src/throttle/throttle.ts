import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import { monotonicMillis, sleep, type FlowClock } from "../runtime/index.ts"
import { Bucket } from "./bucket.ts"
import { defaultThrottleLimits, type ThrottleLimits } from "./throttle-limits.ts"

/** Spaces the requests of each device, by its key: the IP address on a server, a constant in an app (rule 15). */
export interface Throttle {
  /**
   * Takes a request out of the device's bucket if it may leave at once. Synchronous, for the warm path.
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly tryTake: (deviceKey: string, now: number) => boolean
  /**
   * Waits for the turn of a request. Interrupting it gives its place back (rule 17).
   *
   * Fails with `Throttled` by `local` if too many wait already, and with `Throttled` by `server` while a 429 holds the
   * device for longer than `longestHold`.
   */
  readonly take: (deviceKey: string, options?: TakeOptions) => Effect.Effect<void, AuthError>
  /**
   * A request that was permitted got a 429: nothing leaves for this device for `hold` milliseconds, at least
   * {@link ThrottleLimits.minimumHold}, with `jitter` on top (rule 16). Returns the milliseconds it holds.
   */
  readonly rejected: (deviceKey: string, hold: number, jitter?: number) => number
  /**
   * Milliseconds that a 429 still holds the device, zero or less where none does.
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly heldFor: (deviceKey: string, now: number) => number
  /** Forgets every device whose bucket says no more than a new one would. */
  readonly forgetIdle: () => void
  /** Devices remembered. */
  readonly size: () => number
}

/** How a request waits. */
export interface TakeOptions {
  /** Before everything that waits, however much that is. */
  readonly priority?: boolean | undefined
  /** Milliseconds. Waiting in the queue has no limit; a hold of the server that lasts longer is an error at once. */
  readonly longestHold?: number | undefined
}

/** Below this many devices it is not worth looking for some to forget. */
const fewDevices = 64

/** The requests of a device that wait for their turn. */
interface Waiters {
  all: number
  /** Those of them that go first. */
  priority: number
}

/** Builds a {@link Throttle} on a clock. */
export const makeThrottle = (limits: ThrottleLimits, clock: FlowClock): Throttle => {
  const buckets = new Map<string, Bucket>()
  const waiters = new Map<string, Waiters>()
  const line = inProcessLock({ timeout: Number.POSITIVE_INFINITY })
  let forgetAt = fewDevices

  const forgetIdle = (now: number): void => {
    for (const [deviceKey, bucket] of buckets) {
      if (!waiters.has(deviceKey) && bucket.isForgettable(now)) buckets.delete(deviceKey)
    }
    // Whenever the number has doubled: that stays within twice the devices in use, without a timer that would keep a
    // process alive, and costs each new device little.
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

  // A hold may begin, or one that goes first arrive, while a request sleeps: both are looked at again.
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
      // A request with priority is due at this very moment as well.
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
      // An abort between taking the place and being sure to give it back would lose it permanently.
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
          // Of the others, only the first in the queue sleeps.
          return Effect.ensuring(
            restore(priority ? turn : line.withLock(deviceKey)(turn)),
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
