import { withDefaults } from "../options/option.ts"

/**
 * The limits of the throttle for one device.
 *
 * The defaults are the documented values (docs/protocol/throttling.md, section 1). That page calls them "default" and
 * "current", so each of them can be configured.
 */
export interface ThrottleLimits {
  /** Sustained requests per second of one device. Default 1. */
  readonly perSecond: number
  /** Extra requests of one device on top of the sustained rate. Default 10. */
  readonly burst: number
  /**
   * `"refills"` (default outside browsers): the burst refills while the device is idle. The first 429 switches that
   * device to `"once"`. `"once"` (default in browsers): the strict reading. The burst is available once. A page of
   * another origin cannot read a 429, which has no CORS headers, so a wrong assumption would never be corrected.
   */
  readonly burstReading: "refills" | "once"
  /** The shortest time, in milliseconds, for which a device sends nothing after a 429. Default and minimum 1000. */
  readonly minimumHold: number
  /**
   * The most requests of one device that may wait in the queue. A further request fails immediately with `Throttled`.
   * Default 1000.
   */
  readonly queueLimit: number
}

/** The documented limits. */
export const defaultThrottleLimits: ThrottleLimits = {
  perSecond: 1,
  burst: 10,
  burstReading: "refills",
  minimumHold: 1000,
  queueLimit: 1000
}

/** Limits that never delay a request. A 429 still does (rule 16, hold after a 429). */
export const unlimitedThrottle: ThrottleLimits = /* @__PURE__ */ Object.assign({}, defaultThrottleLimits, {
  perSecond: Infinity
})

/** Custom limits, or `false` to send without limits. */
export type ThrottleOptions = Partial<ThrottleLimits> | false

/**
 * Merges the options with the documented limits.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const resolveThrottleLimits = (options: ThrottleOptions = {}): ThrottleLimits =>
  options === false ? unlimitedThrottle : withDefaults("throttle.", platformLimits(), options, ["perSecond"])

/**
 * Only pages and their workers have a `location`. Node, edge workers and React Native have none, and can read a 429.
 */
const platformLimits = (): ThrottleLimits => ({
  ...defaultThrottleLimits,
  burstReading: globalThis.location?.origin === undefined ? "refills" : "once"
})
