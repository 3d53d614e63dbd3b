export { makeThrottle, type DeviceThrottle, type TakeOptions } from "./device-throttle.ts"
export { sharedThrottle, type SharedBuckets, type SharedResult, type SharedThrottle } from "./shared-throttle.ts"
export { throttleOption, type ThrottleOption } from "./throttle-option.ts"
export { Throttle } from "./throttle.ts"
export {
  defaultThrottleLimits,
  resolveThrottleLimits,
  unlimitedThrottle,
  type ThrottleLimits,
  type ThrottleOptions
} from "./throttle-limits.ts"
export { discardBody, noEffort, sendThrottled, throttledByServer, type ThrottledSending } from "./throttled-send.ts"
