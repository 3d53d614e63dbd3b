import { sharedThrottle, type SharedThrottle, type ThrottleLimits } from "@tve-pass/auth/promise"
import { defaultTimeout, sendWithin, type RedisConnection } from "./connection.ts"
import { bucketKey, defaultPrefix, validPrefix } from "./keys.ts"
import { runScripts } from "./script.ts"
import { rejectRequest, takeRequest } from "./scripts.ts"

/** Options of {@link redisThrottle}: the limits, and the connection to Redis. */
export interface RedisThrottleOptions extends Partial<ThrottleLimits> {
  /** The prefix of all keys, without braces. Default `tve-pass:`. */
  readonly prefix?: string | undefined
  /** Milliseconds after which Redis counts as unavailable. Default 1000. */
  readonly timeout?: number | undefined
  /**
   * What happens while Redis is unavailable. `"local"` (default): the event `throttle-degraded` is raised, and each
   * process sends one request a second for each device. `"fail"`: requests fail with `StoreUnavailable`.
   */
  readonly onUnavailable?: "local" | "fail" | undefined
}

/** Half a request of the burst is reserved, as in the throttle of one process (decisions/throttle-readings.md). */
const headroom = 0.5

/** How long, in milliseconds, a device keeps the strict reading after a 429 if it sends nothing. */
const strictReadingMemory = 3_600_000

/**
 * Shares the throttle of each device between all servers, for the `throttle` option: one bucket in Redis or Valkey for
 * each address, which uses the clock of that server. A full bucket is dropped.
 *
 * @throws AuthError with reason `InvalidConfiguration` for a prefix with braces
 * @example
 * ```ts
 * const connection = { send: (command) => client.sendCommand([...command]) }
 * const pool = createDevicePool({
 *   environment: "release-production",
 *   softwareStatement,
 *   storage: redisStore(connection),
 *   throttle: redisThrottle(connection)
 * })
 * ```
 */
export const redisThrottle = (connection: RedisConnection, options: RedisThrottleOptions = {}): SharedThrottle => {
  const { prefix: givenPrefix = defaultPrefix, timeout = defaultTimeout, onUnavailable, ...limits } = options
  const prefix = validPrefix(givenPrefix)
  const run = runScripts(sendWithin(connection, timeout))
  const { perSecond = 1, burst = 10, burstReading = "refills" } = limits
  const bucket = [
    Math.ceil(1_000 / perSecond),
    burst > 0 ? burst - headroom : 0,
    burstReading === "once" ? 1 : 0,
    strictReadingMemory
  ].map(String)
  return sharedThrottle({
    acquire: (device) => run(takeRequest, "open", "throttle", [bucketKey(prefix, device)], bucket),
    rejected: (device, hold) =>
      run(rejectRequest, "open", "throttle", [bucketKey(prefix, device)], [...bucket, `${Math.ceil(hold)}`]),
    limits,
    onUnavailable
  })
}
