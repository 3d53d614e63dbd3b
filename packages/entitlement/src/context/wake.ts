import * as Effect from "effect/Effect"
import { makeEventSource } from "../events/event-source.ts"

/** Reports when the device wakes or the application returns to the foreground. */
export interface Wake {
  /** Succeeds at the next report. */
  readonly next: Effect.Effect<void>
  readonly subscribe: (listener: () => void) => () => void
  /** Removes the listener. */
  readonly close: () => void
}

/** Creates a {@link Wake} over the `wake` option, or over the events of the browser. */
export const makeWake = (port: (listener: () => void) => () => void = browserWake): Wake => {
  const wakes = makeEventSource<void>()
  const close = port(() => wakes.publish())
  return {
    next: Effect.callback((resume) => {
      const stop = wakes.subscribe(() => resume(Effect.void))
      return Effect.sync(stop)
    }),
    subscribe: wakes.subscribe,
    close
  }
}

/**
 * Calls the listener when the page becomes visible, returns from the back/forward cache, or is online again. Does
 * nothing outside of pages.
 */
const browserWake = (listener: () => void): (() => void) => {
  const { document } = globalThis
  // React Native has neither, and Node has no page events.
  if (document === undefined || globalThis.addEventListener === undefined) return () => {}
  const visible = () => {
    if (document.visibilityState === "visible") listener()
  }
  document.addEventListener("visibilitychange", visible)
  globalThis.addEventListener("pageshow", listener)
  globalThis.addEventListener("online", listener)
  return () => {
    document.removeEventListener("visibilitychange", visible)
    globalThis.removeEventListener("pageshow", listener)
    globalThis.removeEventListener("online", listener)
  }
}
