export type * from "./auth-event.ts"
export { AuthEvents, makeEventSource, type AuthEventListener, type EventSource } from "./auth-events.ts"
