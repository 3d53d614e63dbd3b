import type { FetchFunction } from "../network/index.ts"
import type { AuthPolicy } from "../policy/index.ts"
import type { StoreSource } from "../store/index.ts"
import type { ThrottleOption } from "../throttle/index.ts"

/** Options of a connection to Adobe Pass, for an application and for a pool of devices. */
export interface ConnectionOptions {
  /**
   * Where client credentials and tokens are kept: `() => localStorage`, a store of `@tve-pass/auth/file`, or a custom one.
   * `undefined` and `null` are refused. Lost credentials sign the viewer out, so without this option, which keeps them in
   * memory only, the event `credentials-not-persisted` is raised; `memoryStore()` asks for memory by name.
   */
  readonly storage?: StoreSource | undefined
  /** Sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  readonly fetch?: FetchFunction | undefined
  /**
   * Limits other than the documented ones; `false` sends at once and leaves it to the server to respond 429. Or a throttle
   * that several processes share, such as `redisThrottle` of `@tve-pass/redis`.
   *
   * In a page with Web Storage as `storage` and with Web Locks, `createAdobePass` shares the throttle between all tabs.
   */
  readonly throttle?: ThrottleOption | undefined
  /** Other timeouts, deadlines and schedules than the default ones. */
  readonly policy?: Partial<AuthPolicy> | undefined
}
