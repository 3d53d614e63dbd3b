export { AuthPolicy, defaultAuthPolicy } from "./auth-policy.ts"
export { dcrSchedule, onSchedule, throttledSchedule } from "./on-schedule.ts"
export { afterDelays, type RetryPlan } from "./retry-plan.ts"
