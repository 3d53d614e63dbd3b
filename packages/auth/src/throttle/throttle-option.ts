import type { AuthEvents } from "../events/index.ts"
import type { FlowClock } from "../runtime/index.ts"
import type { SharedThrottle } from "./shared-throttle.ts"
import { resolveThrottleLimits, type ThrottleOptions } from "./throttle-limits.ts"
import { makeThrottle, type Throttle } from "./throttle.ts"

/** Limits of a throttle in this process, `false` for no limits, or a throttle that several processes share. */
export type ThrottleOption = ThrottleOptions | SharedThrottle

/**
 * Creates the throttle of an option. A shared throttle contains its code, so that other applications do not bundle it.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const throttleOption = (option: ThrottleOption | undefined, clock: FlowClock, events: AuthEvents): Throttle =>
  isShared(option) ? option.open(clock, events) : makeThrottle(resolveThrottleLimits(option), clock)

const isShared = (option: ThrottleOption | undefined): option is SharedThrottle =>
  typeof option === "object" && option !== null && "open" in option
