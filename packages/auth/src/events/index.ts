export type * from "./auth-event.ts"
export { AuthEvents } from "./auth-events.ts"
export { makeEventSource, type AuthEventListener, type EventSource } from "./event-source.ts"
