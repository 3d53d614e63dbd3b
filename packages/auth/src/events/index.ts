export type * from "./auth-event.ts"
export { AuthEvents, makeAuthEvents, type AuthEventListener } from "./auth-events.ts"
