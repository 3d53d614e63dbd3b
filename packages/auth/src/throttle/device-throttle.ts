import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { failWith, type AuthError } from "../errors/index.ts"
import { monotonicMillis } from "../runtime/index.ts"
import { DeviceQueue } from "./device-queue.ts"
import type { ThrottleLimits } from "./throttle-limits.ts"

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

/** Below this many devices it is not worth looking for some to forget. */
const fewDevices = 64

/** Builds a {@link DeviceThrottle} on a clock. */
export const makeThrottle = (limits: ThrottleLimits, clock: Clock.Clock): DeviceThrottle => {
  const devices = new Map<string, DeviceQueue>()
  let forgetAt = fewDevices

  const forgetIdle = (now: number): void => {
    for (const [deviceKey, queue] of devices) if (queue.isForgettable(now)) devices.delete(deviceKey)
    // Whenever the number has doubled: that stays within twice the devices in use, without a timer that would keep a
    // process alive, and costs each new device little.
    forgetAt = Math.max(fewDevices, 2 * devices.size)
  }

  const queueOf = (deviceKey: string, now: number): DeviceQueue => {
    let queue = devices.get(deviceKey)
    if (queue === undefined) {
      if (devices.size >= forgetAt) forgetIdle(now)
      queue = new DeviceQueue(limits, now)
      devices.set(deviceKey, queue)
    }
    return queue
  }

  return {
    tryTake: (deviceKey, now) => queueOf(deviceKey, now).tryTake(now),
    take: (deviceKey, options) =>
      Effect.suspend(() => {
        const now = monotonicMillis(clock)
        const queue = queueOf(deviceKey, now)
        if (queue.tryTake(now)) return Effect.void
        if (queue.waiting < limits.queueLimit) return queue.turn(clock, options?.again === true)
        const retryAt = clock.currentTimeMillisUnsafe() + queue.waitOfNext(now)
        return failWith({ _tag: "Throttled", by: "local", retryAt })
      }),
    rejected: (deviceKey, hold, jitter = 0) => {
      const now = monotonicMillis(clock)
      const held = Math.ceil(Math.max(limits.minimumHold, hold) + jitter)
      queueOf(deviceKey, now).rejected(now, held)
      return held
    },
    forgetIdle: () => forgetIdle(monotonicMillis(clock)),
    size: () => devices.size
  }
}
