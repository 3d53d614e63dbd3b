import * as Context from "effect/Context"
import type { AuthEvent } from "./auth-event.ts"

/** Receives each event immediately. Errors that it throws are ignored, so that a listener cannot break a call. */
export type AuthEventListener = (event: AuthEvent) => void

/** Publishes events to its listeners. Synchronous, so that the warm path needs no fiber. */
export interface AuthEvents {
  /** Calls every listener, in the order of subscription. */
  readonly publish: (event: AuthEvent) => void
  /** Adds a listener. Returns a function that removes it. */
  readonly subscribe: (listener: AuthEventListener) => () => void
}

/** Creates an {@link AuthEvents} without listeners. */
export const makeAuthEvents = (): AuthEvents => {
  const listeners = new Set<AuthEventListener>()
  return {
    publish: (event) => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch {
          // A listener of the application must not break the call that it observes.
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
