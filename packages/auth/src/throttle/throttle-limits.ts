import { withDefaults } from "../options/option.ts"

/**
 * What the throttle allows one device, and how patient it is.
 *
 * The defaults are the documented values (docs/protocol/throttling.md, section 1). The page calls them "default" and
 * "current", so all of them can be changed.
 */
export interface ThrottleLimits {
  /** Sustained requests per second of one device. Default 1. */
  readonly perSecond: number
  /** Extra requests of one device on top of the sustained rate. Default 10. */
  readonly burst: number
  /**
   * `"refills"` (default outside browsers): an idle device earns its burst back; the first 429 corrects the reading for that device.
   * `"once"` (default in browsers): the strict reading, a burst is given once and never again. A page of another origin
   * cannot read a 429, which has no CORS headers, so that nothing would correct it.
   */
  readonly burstReading: "refills" | "once"
  /** The least time, in milliseconds, in which a device sends nothing after a 429. Default 1000, never less. */
  readonly minimumHold: number
  /** Requests of one device that may wait for their turn; the next one fails at once. Default 1000. */
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

/** Limits that never hold a request back by themselves; a 429 still does (rule 16). */
export const unlimitedThrottle: ThrottleLimits = { ...defaultThrottleLimits, perSecond: Number.POSITIVE_INFINITY }

/** Limits other than the documented ones, or `false` for none. */
export type ThrottleOptions = Partial<ThrottleLimits> | false

/**
 * Fills in the documented limits.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const resolveThrottleLimits = (options: ThrottleOptions = {}): ThrottleLimits =>
  options === false ? unlimitedThrottle : withDefaults("throttle.", platformLimits(), options, ["perSecond"])

/** Pages and their workers have a location; Node, edge workers and React Native have none, and can read a 429. */
const platformLimits = (): ThrottleLimits => ({
  ...defaultThrottleLimits,
  burstReading: globalThis.location?.origin === undefined ? "refills" : "once"
})
