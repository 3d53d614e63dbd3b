import type * as Effect from "effect/Effect"

/** Coordinates the tabs of one origin, which share the storage. */
export interface Tabs {
  /** Informs the other tabs that the records changed, so that they read them again. */
  readonly announce: () => void
  /** Calls the listener when another tab changed the records. Returns a function that removes the listener. */
  readonly onChange: (listener: () => void) => () => void
  /**
   * Runs an effect in the one tab that polls. While another tab polls, runs `meanwhile`; when that tab has finished or
   * was closed, interrupts `meanwhile` and runs `takeOver`.
   */
  readonly asPoller: <Success, Failure>(run: {
    readonly first: Effect.Effect<Success, Failure>
    readonly meanwhile: Effect.Effect<Success, Failure>
    readonly takeOver: Effect.Effect<Success, Failure>
  }) => Effect.Effect<Success, Failure>
  /** Removes the listeners. */
  readonly close: () => void
}

/** A storage that no other tab shares. */
export const singleTab: Tabs = {
  announce: () => {},
  onChange: () => () => {},
  asPoller: ({ first }) => first,
  close: () => {}
}
