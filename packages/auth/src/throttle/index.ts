export { makeThrottle, Throttle, type DeviceThrottle } from "./throttle.ts"
export {
  defaultThrottleLimits,
  resolveThrottleLimits,
  unlimitedThrottle,
  type ThrottleLimits,
  type ThrottleOptions
} from "./throttle-limits.ts"
export { discardBody, noEffort, sendThrottled, type Effort, type ThrottledSending } from "./throttled-send.ts"
