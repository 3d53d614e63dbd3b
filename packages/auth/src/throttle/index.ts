export { makeThrottle, type DeviceThrottle } from "./device-throttle.ts"
export { Throttle } from "./throttle.ts"
export {
  defaultThrottleLimits,
  resolveThrottleLimits,
  unlimitedThrottle,
  type ThrottleLimits,
  type ThrottleOptions
} from "./throttle-limits.ts"
export { discardBody, noEffort, sendThrottled, throttledByServer, type ThrottledSending } from "./throttled-send.ts"
