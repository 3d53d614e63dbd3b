export { CurrentAuthPolicy, defaultAuthPolicy, type AuthPolicy } from "./auth-policy.ts"
export { defaultDcrSchedule, defaultThrottledSchedule, type RetrySchedule } from "./schedules.ts"
