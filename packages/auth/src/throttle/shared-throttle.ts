import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, failWith } from "../errors/index.ts"
import type { AuthEvents } from "../events/index.ts"
import { withDefaults } from "../options/option.ts"
import { monotonicMillis, sleep, type FlowClock } from "../runtime/index.ts"
import { defaultThrottleLimits, type ThrottleLimits } from "./throttle-limits.ts"
import { makeThrottle, type Throttle } from "./throttle.ts"

/**
 * The buckets of a throttle that several processes share: two functions over a database, for example. Test them with the
 * suite of `@tve-pass/auth/throttle-conformance`, and make a throttle of them with {@link sharedThrottle}.
 */
export interface SharedBuckets {
  /**
   * Takes one request out of the device's bucket. Resolves to 0 if it may leave now, or else to the milliseconds after
   * which to ask again.
   */
  readonly acquire: (deviceKey: string) => SharedResult<number>
  /** The server responded 429: nothing leaves for this device, in any process, for `hold` milliseconds. */
  readonly rejected: (deviceKey: string, hold: number) => SharedResult<unknown>
  /** The limits that the shared buckets apply. The documented ones by default. */
  readonly limits?: Partial<ThrottleLimits> | undefined
  /**
   * What happens while `acquire` fails. `"local"` (default): the event `throttle-degraded` is raised once, this process
   * sends one request a second for each device, and the shared throttle is tried again after a second. `"fail"`: the
   * request fails with the error.
   */
  readonly onUnavailable?: "local" | "fail" | undefined
}

/** A throttle that several processes share, for the `throttle` option. */
export interface SharedThrottle extends SharedBuckets {
  /** Connects the auth layer of one process. */
  readonly open: (clock: FlowClock, events: AuthEvents) => Throttle
}

/**
 * Makes a throttle of buckets that several processes share, for the `throttle` option.
 *
 * Requests of one process ask in order, and only the first in the queue asks, so that nothing is reserved: an aborted wait
 * costs nothing.
 *
 * @example
 * const throttle = sharedThrottle({
 *   acquire: (deviceKey) => database.acquire(deviceKey),
 *   rejected: (deviceKey, hold) => database.hold(deviceKey, hold)
 * })
 */
export const sharedThrottle = (buckets: SharedBuckets): SharedThrottle => ({
  ...buckets,
  open: (clock, events) => makeSharedThrottle(buckets, clock, events)
})

/** What a function of {@link SharedBuckets} may return: a promise or an effect. */
export type SharedResult<Result> = PromiseLike<Result> | Effect.Effect<Result, unknown>

/** Milliseconds until a shared throttle that failed is tried again. */
const retryInterval = 1_000

/** Milliseconds after which a request looks again whether those with priority have left. */
const priorityInterval = 10

interface Device {
  waiting: number
  /** Those of them that have priority. */
  priority: number
}

/** Builds a {@link Throttle} that asks {@link SharedBuckets}. */
const makeSharedThrottle = (shared: SharedBuckets, clock: FlowClock, events: AuthEvents): Throttle => {
  const limits = withDefaults("throttle.limits.", defaultThrottleLimits, shared.limits, ["perSecond"])
  const { onUnavailable } = withDefaults(
    "throttle.",
    { onUnavailable: "local" },
    { onUnavailable: shared.onUnavailable }
  )
  const interval = 1000 / limits.perSecond
  // Without a burst: each process has one of these, and no process counts what the others send.
  const local = makeThrottle({ ...limits, burst: 0 }, clock)
  const line = inProcessLock({ timeout: Number.POSITIVE_INFINITY })
  const devices = new Map<string, Device>()
  let isDegraded = false
  let retryFrom = Number.NEGATIVE_INFINITY

  const isAway = (now: number): boolean => isDegraded && now < retryFrom

  const ask = (deviceKey: string): Effect.Effect<number, AuthError> =>
    Effect.suspend(() => settle(shared.acquire(deviceKey))).pipe(
      Effect.catchDefect(Effect.fail),
      Effect.flatMap((wait) => (Number.isFinite(wait) ? Effect.succeed(wait) : Effect.fail(new TypeError()))),
      Effect.catch((thrown) => Effect.fail(unavailable(thrown)))
    )

  const degrade = (error: AuthError): void => {
    if (!isDegraded) events.publish({ type: "throttle-degraded", error })
    isDegraded = true
    retryFrom = monotonicMillis(clock) + retryInterval
  }

  const turn = (deviceKey: string, device: Device, options: TakeOptions): Effect.Effect<void, AuthError> =>
    Effect.suspend(() => {
      const now = monotonicMillis(clock)
      if (!options.priority && device.priority > 0) {
        return Effect.andThen(sleep(priorityInterval), turn(deviceKey, device, options))
      }
      // A 429 of this process counts at once, wherever its report is.
      const held = local.heldFor(deviceKey, now)
      if (held > 0 || isAway(now)) {
        if (held > options.longestHold) return tooLong(clock, held)
        if (isAway(now))
          return Effect.flatMap(takeLocally(deviceKey, options), (isTaken) =>
            isTaken ? Effect.void : turn(deviceKey, device, options)
          )
        return Effect.andThen(sleep(held), turn(deviceKey, device, options))
      }
      const asked = ask(deviceKey).pipe(
        Effect.catch((error) => (onUnavailable === "fail" ? Effect.fail(error) : Effect.sync(() => degrade(error))))
      )
      return Effect.flatMap(asked, (wait) => {
        if (wait === undefined) return turn(deviceKey, device, options)
        isDegraded = false
        if (wait <= 0) return Effect.void
        if (wait > Math.max(options.longestHold, interval)) return tooLong(clock, wait)
        return Effect.andThen(sleep(Math.ceil(wait)), turn(deviceKey, device, options))
      })
    })

  // Waits for the local throttle, but no longer than until the shared one is tried again.
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
    tryTake: (deviceKey, now) => isAway(now) && !devices.has(deviceKey) && local.tryTake(deviceKey, now),
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
          const waiting = turn(deviceKey, device, { priority, longestHold })
          return Effect.ensuring(
            restore(priority ? waiting : line.withLock(deviceKey)(waiting)),
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
      // No caller waits for it: the hold of this process counts at once.
      Effect.runFork(
        // Not Effect.ignore, which brings all of logging along.
        Effect.catchCause(
          Effect.suspend(() => settle(shared.rejected(deviceKey, held))),
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

const settle = <Result>(result: SharedResult<Result>): Effect.Effect<Result, unknown> =>
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
