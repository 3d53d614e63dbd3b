export { discardBody, noAttempts, sendThrottled, throttledByServer, type Attempts } from "./send-throttled.ts"
