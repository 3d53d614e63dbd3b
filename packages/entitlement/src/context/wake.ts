import * as Effect from "effect/Effect"
import { makeEventSource } from "../events/event-source.ts"

/** Tells when the device or the application is back. */
export interface Wake {
  /** Succeeds the next time. */
  readonly next: Effect.Effect<void>
  readonly subscribe: (listener: () => void) => () => void
  /** Ends listening. */
  readonly close: () => void
}

/** Creates a {@link Wake} over the application's port, or over the events of the browser. */
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

/** A page becomes visible, returns from the back/forward cache, or is online again. Does nothing where there is no page. */
const browserWake = (listener: () => void): (() => void) => {
  const { document } = globalThis
  // React Native has neither, Node has no events of a page.
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
