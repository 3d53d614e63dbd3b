import { sharedThrottle, type SharedThrottle, type ThrottleLimits } from "@tve-pass/auth/promise"
import { defaultTimeout, sendWithin, type RedisConnection } from "./connection.ts"
import { bucketKey, defaultPrefix, validPrefix } from "./keys.ts"
import { runScripts } from "./script.ts"
import { rejectRequest, takeRequest } from "./scripts.ts"

/** The limits of the throttle, and how its buckets are kept in Redis. */
export interface RedisThrottleOptions extends Partial<ThrottleLimits> {
  /** What all keys begin with, without braces. Default `tve-pass:`. */
  readonly prefix?: string | undefined
  /** Milliseconds that a command may take before Redis counts as away. Default 1000. */
  readonly timeout?: number | undefined
  /**
   * What happens while Redis is away. `"local"` (default): the event `throttle-degraded`, and one request a second for each
   * device and process. `"fail"`: requests fail with `StoreUnavailable`.
   */
  readonly onUnavailable?: "local" | "fail" | undefined
}

/** Half a request of the burst is reserved, as in the throttle of one process (decisions/throttle-readings.md). */
const headroom = 0.5

/** How long, in milliseconds, a device keeps the strict reading after a 429 if it sends nothing. */
const strictReadingMemory = 3_600_000

/**
 * Shares the throttle of each device between all servers, for the `throttle` option: one bucket in Redis or Valkey for each
 * address, on the clock of that server. A bucket that is full again is forgotten.
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
