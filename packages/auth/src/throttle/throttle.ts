import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { AuthError } from "../errors/index.ts"
import { monotonicMillis } from "../time/monotonic-millis.ts"
import { DeviceQueue } from "./device-queue.ts"
import type { ThrottleLimits } from "./throttle-limits.ts"

/** Buckets of other devices that are looked at for forgetting, whenever a new device appears. */
const lookedAtPerNewDevice = 2

/** Spaces the requests of each device, by its key: the IP address on a server, a constant in an app (rule 15). */
export interface DeviceThrottle {
  /**
   * Takes a request out of the device's bucket if it may leave at once. Synchronous, for the warm path.
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly tryTake: (deviceKey: string, now: number) => boolean
  /**
   * Waits for the turn of a request. Interrupting it gives its place back (rule 17).
   *
   * Fails with `Throttled` by `local` if too many wait already. A request that was answered 429 comes back with
   * `again: true`: it was sent before everything that waits, so it goes before it.
   */
  readonly take: (deviceKey: string, options?: { readonly again: boolean }) => Effect.Effect<void, AuthError>
  /**
   * A request that was let through was answered 429: nothing leaves for this device for `hold` milliseconds, at least
   * {@link ThrottleLimits.minimumHold}, with `jitter` on top (rule 16). Returns the milliseconds it holds.
   */
  readonly rejected: (deviceKey: string, hold: number, jitter?: number) => number
  /** Forgets every device whose bucket says no more than a new one would. */
  readonly forgetIdle: () => void
  /** Devices remembered. */
  readonly size: () => number
}

/** The throttle of one auth layer, or of all devices of a pool. */
export class Throttle extends Context.Service<Throttle, DeviceThrottle>()("@tve-pass/auth/throttle/Throttle") {}

/** Builds a {@link DeviceThrottle} on the clock of the surrounding effect. */
export const makeThrottle = (limits: ThrottleLimits): Effect.Effect<DeviceThrottle> =>
  Effect.clockWith((clock) =>
    Effect.sync(() => {
      const devices = new Map<string, DeviceQueue>()
      let lookedAt = devices.keys()

      const queueOf = (deviceKey: string, now: number): DeviceQueue => {
        const known = devices.get(deviceKey)
        if (known !== undefined) return known
        forgetSome(now)
        const queue = new DeviceQueue(limits, now)
        devices.set(deviceKey, queue)
        return queue
      }

      // Each new device pays for looking at two old ones, so the map stays within twice the devices in use without a
      // timer that would keep a process alive.
      const forgetSome = (now: number): void => {
        for (let count = 0; count < lookedAtPerNewDevice; count++) {
          const next = lookedAt.next()
          if (next.done === true) {
            lookedAt = devices.keys()
            return
          }
          if (devices.get(next.value)?.isForgettable(now) === true) devices.delete(next.value)
        }
      }

      const take = Effect.fnUntraced(function* (deviceKey: string, options?: { readonly again: boolean }) {
        const start = monotonicMillis(clock)
        const queue = queueOf(deviceKey, start)
        if (queue.tryTake(start)) return
        if (queue.waiting >= limits.queueLimit) {
          const wait = queue.waitOfNext(start)
          const retryAt = clock.currentTimeMillisUnsafe() + wait
          return yield* new AuthError({ reason: { _tag: "Throttled", by: "local", retryAt } })
        }
        yield* queue.turn(clock, options?.again === true)
      })

      return {
        tryTake: (deviceKey, now) => queueOf(deviceKey, now).tryTake(now),
        take,
        rejected: (deviceKey, hold, jitter = 0) => {
          const now = monotonicMillis(clock)
          const held = Math.ceil(Math.max(limits.minimumHold, hold) + jitter)
          queueOf(deviceKey, now).rejected(now, held)
          return held
        },
        forgetIdle: () => {
          const now = monotonicMillis(clock)
          for (const [deviceKey, queue] of devices) if (queue.isForgettable(now)) devices.delete(deviceKey)
        },
        size: () => devices.size
      }
    })
  )
