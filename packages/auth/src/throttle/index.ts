export { makeThrottle, Throttle, type TakeOptions } from "./throttle.ts"
export { sharedThrottle, type SharedBuckets, type SharedResult, type SharedThrottle } from "./shared-throttle.ts"
export { tabThrottle } from "./tab-throttle.ts"
export { throttleOption, type ThrottleOption } from "./throttle-option.ts"
export {
  defaultThrottleLimits,
  resolveThrottleLimits,
  unlimitedThrottle,
  type ThrottleLimits,
  type ThrottleOptions
} from "./throttle-limits.ts"
