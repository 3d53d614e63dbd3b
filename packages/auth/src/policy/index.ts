export { defaultAuthPolicy, type AuthPolicy } from "./auth-policy.ts"
export { CurrentAuthPolicy } from "./current-auth-policy.ts"
export { dcrSchedule, onSchedule, throttledSchedule } from "./on-schedule.ts"
export { afterDelays, type RetryPlan } from "./retry-plan.ts"
