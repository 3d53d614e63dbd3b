import * as Context from "effect/Context"
import type { AuthEvent } from "./auth-event.ts"

/** Receives each event at the moment it happens. What it throws is dropped: watching must not break a call. */
export type AuthEventListener = (event: AuthEvent) => void

/** Publishes events to its listeners. Synchronous, so that the warm path needs no fiber. */
export interface AuthEvents {
  /** Tells every listener, in the order in which they subscribed. */
  readonly publish: (event: AuthEvent) => void
  /** Adds a listener and returns how to remove it. */
  readonly subscribe: (listener: AuthEventListener) => () => void
}

/** An {@link AuthEvents} without listeners. */
export const makeAuthEvents = (): AuthEvents => {
  const listeners = new Set<AuthEventListener>()
  return {
    publish: (event) => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch {
          // A listener of the application must not break the call it watches.
        }
      }
    },
    subscribe: (listener) => {
      const own: AuthEventListener = (event) => listener(event)
      listeners.add(own)
      return () => listeners.delete(own)
    }
  }
}

/** The service of {@link AuthEvents}. */
export const AuthEvents: Context.Service<AuthEvents, AuthEvents> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/AuthEvents")
