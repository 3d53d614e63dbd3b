import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, failWith } from "../errors/index.ts"
import type { AuthEvents } from "../events/index.ts"
import { withDefaults } from "../options/option.ts"
import { monotonicMillis, sleep, type FlowClock } from "../runtime/index.ts"
import { defaultThrottleLimits, type ThrottleLimits } from "./throttle-limits.ts"
import { makeThrottle, type Throttle } from "./throttle.ts"

/**
 * The buckets of a throttle that several processes share: two functions, for example over a database. Test them with
 * `@tve-pass/auth/throttle-conformance`, and pass them to {@link sharedThrottle}.
 */
export interface SharedBuckets {
  /**
   * Takes one request from the device's bucket. Resolves to 0 if it may be sent now, otherwise to the milliseconds
   * after which to call `acquire` again.
   */
  readonly acquire: (deviceKey: string) => SharedResult<number>
  /** Records a 429: no process sends a request for this device for `hold` milliseconds. */
  readonly rejected: (deviceKey: string, hold: number) => SharedResult<unknown>
  /** The limits of the shared buckets. Default: the documented limits. */
  readonly limits?: Partial<ThrottleLimits> | undefined
  /**
   * What happens while `acquire` fails. `"local"` (default): the event `throttle-degraded` is raised once, this process
   * sends one request a second for each device, and `acquire` is retried after a second. `"fail"`: the request fails
   * with the error.
   */
  readonly onUnavailable?: "local" | "fail" | undefined
}

/** A throttle that several processes share, for the `throttle` option. */
export interface SharedThrottle extends SharedBuckets {
  /** Creates the throttle of one process. */
  readonly open: (clock: FlowClock, events: AuthEvents) => Throttle
}

/**
 * Creates a throttle from buckets that several processes share, for the `throttle` option.
 *
 * In each process, only the first request of the queue calls `acquire`, so that nothing is reserved and an aborted wait
 * costs nothing.
 *
 * @example
 * ```ts
 * const throttle = sharedThrottle({
 *   acquire: (deviceKey) => database.acquire(deviceKey),
 *   rejected: (deviceKey, hold) => database.hold(deviceKey, hold)
 * })
 * ```
 */
export const sharedThrottle = (buckets: SharedBuckets): SharedThrottle => ({
  ...buckets,
  open: (clock, events) => makeSharedThrottle(buckets, clock, events)
})

/** The return type of the functions of {@link SharedBuckets}: a promise or an effect. */
export type SharedResult<Result> = PromiseLike<Result> | Effect.Effect<Result, unknown>

/** Milliseconds after which a failed shared throttle is tried again. */
const retryInterval = 1_000

/** Milliseconds after which a request checks again whether requests with priority are still waiting. */
const priorityInterval = 10

interface Device {
  waiting: number
  /** The waiting requests that have priority. */
  priority: number
}

/** Creates a {@link Throttle} over {@link SharedBuckets}. */
const makeSharedThrottle = (shared: SharedBuckets, clock: FlowClock, events: AuthEvents): Throttle => {
  const limits = withDefaults("throttle.limits.", defaultThrottleLimits, shared.limits, ["perSecond"])
  const { onUnavailable } = withDefaults(
    "throttle.",
    { onUnavailable: "local" },
    { onUnavailable: shared.onUnavailable }
  )
  const interval = 1000 / limits.perSecond
  // Without a burst, because no process counts the requests of the others.
  const local = makeThrottle({ ...limits, burst: 0 }, clock)
  const queue = inProcessLock({ timeout: Number.POSITIVE_INFINITY })
  const devices = new Map<string, Device>()
  let isDegraded = false
  let retryFrom = Number.NEGATIVE_INFINITY

  const isUnavailable = (now: number): boolean => isDegraded && now < retryFrom

  const acquire = (deviceKey: string): Effect.Effect<number, AuthError> =>
    Effect.suspend(() => toEffect(shared.acquire(deviceKey))).pipe(
      Effect.catchDefect(Effect.fail),
      Effect.flatMap((wait) => (Number.isFinite(wait) ? Effect.succeed(wait) : Effect.fail(new TypeError()))),
      Effect.catch((thrown) => Effect.fail(unavailable(thrown)))
    )

  const degrade = (error: AuthError): void => {
    if (!isDegraded) events.publish({ type: "throttle-degraded", error })
    isDegraded = true
    retryFrom = monotonicMillis(clock) + retryInterval
  }

  const waitForPermit = (deviceKey: string, device: Device, options: TakeOptions): Effect.Effect<void, AuthError> =>
    Effect.suspend(() => {
      const now = monotonicMillis(clock)
      if (!options.priority && device.priority > 0) {
        return Effect.andThen(sleep(priorityInterval), waitForPermit(deviceKey, device, options))
      }
      // A 429 of this process counts immediately, even before the shared buckets know it.
      const held = local.heldFor(deviceKey, now)
      if (held > 0 || isUnavailable(now)) {
        if (held > options.longestHold) return tooLong(clock, held)
        if (isUnavailable(now))
          return Effect.flatMap(takeLocally(deviceKey, options), (isTaken) =>
            isTaken ? Effect.void : waitForPermit(deviceKey, device, options)
          )
        return Effect.andThen(sleep(held), waitForPermit(deviceKey, device, options))
      }
      const acquired = acquire(deviceKey).pipe(
        Effect.catch((error) => (onUnavailable === "fail" ? Effect.fail(error) : Effect.sync(() => degrade(error))))
      )
      return Effect.flatMap(acquired, (wait) => {
        if (wait === undefined) return waitForPermit(deviceKey, device, options)
        isDegraded = false
        if (wait <= 0) return Effect.void
        if (wait > Math.max(options.longestHold, interval)) return tooLong(clock, wait)
        return Effect.andThen(sleep(Math.ceil(wait)), waitForPermit(deviceKey, device, options))
      })
    })

  // Waits for the local throttle, at most until the shared throttle is tried again.
  const takeLocally = (deviceKey: string, { priority, longestHold }: TakeOptions): Effect.Effect<boolean, AuthError> =>
    Effect.suspend(() => {
      const now = monotonicMillis(clock)
      if (local.tryTake(deviceKey, now)) return Effect.succeed(true)
      return Effect.raceFirst(
        Effect.andThen(local.take(deviceKey, { priority, longestHold }), Effect.succeed(true)),
        Effect.andThen(sleep(Math.max(1, retryFrom - now)), Effect.succeed(false))
      )
    })
  return {
    tryTake: (deviceKey, now) => isUnavailable(now) && !devices.has(deviceKey) && local.tryTake(deviceKey, now),
    take: (deviceKey, { priority = false, longestHold = Number.POSITIVE_INFINITY } = {}) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.suspend(() => {
          const device = devices.get(deviceKey) ?? { waiting: 0, priority: 0 }
          if (!priority && device.waiting >= limits.queueLimit) {
            const retryAt = Math.ceil(clock.currentTimeMillisUnsafe() + device.waiting * interval)
            return failWith({ _tag: "Throttled", by: "local", retryAt })
          }
          devices.set(deviceKey, device)
          device.waiting += 1
          device.priority += Number(priority)
          const waiting = waitForPermit(deviceKey, device, { priority, longestHold })
          return Effect.ensuring(
            restore(priority ? waiting : queue.withLock(deviceKey)(waiting)),
            Effect.sync(() => {
              device.waiting -= 1
              device.priority -= Number(priority)
              if (device.waiting === 0) devices.delete(deviceKey)
            })
          )
        })
      ),
    rejected: (deviceKey, hold, jitter) => {
      const held = local.rejected(deviceKey, hold, jitter)
      // No caller waits for the report: the hold of this process counts immediately.
      Effect.runFork(
        // `Effect.ignore` would import all of logging.
        Effect.catchCause(
          Effect.suspend(() => toEffect(shared.rejected(deviceKey, held))),
          () => Effect.void
        )
      )
      return held
    },
    heldFor: local.heldFor,
    forgetIdle: local.forgetIdle,
    size: () => devices.size + local.size()
  }
}

interface TakeOptions {
  readonly priority: boolean
  readonly longestHold: number
}

const toEffect = <Result>(result: SharedResult<Result>): Effect.Effect<Result, unknown> =>
  Effect.isEffect(result) ? (result as Effect.Effect<Result, unknown>) : Effect.promise(() => result)

const tooLong = (clock: FlowClock, hold: number): Effect.Effect<never, AuthError> =>
  failWith({ _tag: "Throttled", by: "server", retryAt: Math.ceil(clock.currentTimeMillisUnsafe() + hold) })

const unavailable = (thrown: unknown): AuthError =>
  thrown instanceof AuthError
    ? thrown
    : new AuthError({
        reason: {
          _tag: "StoreUnavailable",
          operation: "open",
          location: "the shared throttle",
          remedy: "Check the throttle option",
          cause: describeUnderlyingError(thrown)
        }
      })
