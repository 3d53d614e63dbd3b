import type * as Effect from "effect/Effect"

/** Keeps the tabs of one origin in step: what they share is the storage, this only coordinates. */
export interface Tabs {
  /** Tells the other tabs that the records changed. They look again. */
  readonly announce: () => void
  /** Calls the listener when another tab changed the records. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
  /**
   * Runs an effect as the one tab that polls. While another tab does, runs `meanwhile` instead; once that tab has ended or was
   * closed, interrupts it and runs `takeOver`.
   */
  readonly asPoller: <Success, Failure>(run: {
    readonly first: Effect.Effect<Success, Failure>
    readonly meanwhile: Effect.Effect<Success, Failure>
    readonly takeOver: Effect.Effect<Success, Failure>
  }) => Effect.Effect<Success, Failure>
  /** Ends listening. */
  readonly close: () => void
}

/** A storage that no other tab shares. */
export const singleTab: Tabs = {
  announce: () => {},
  onChange: () => () => {},
  asPoller: ({ first }) => first,
  close: () => {}
}
