export { discardBody, noAttempts, sendThrottled, throttledByServer } from "./send-throttled.ts"
