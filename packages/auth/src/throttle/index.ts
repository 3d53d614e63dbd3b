export { makeThrottle, Throttle, type DeviceThrottle } from "./throttle.ts"
export { defaultThrottleLimits, unlimitedThrottle, type ThrottleLimits } from "./throttle-limits.ts"
