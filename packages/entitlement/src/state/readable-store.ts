import { makeEventSource } from "../events/event-source.ts"

/**
 * An observable value for any user interface framework: `useSyncExternalStore(store.subscribe, store.getSnapshot)` in
 * React, a few lines in Vue, Solid, Svelte and Preact. A snapshot is the same object until the value changes.
 */
export interface ReadableStore<Value> {
  /** Calls the listener after each change. Returns a function that removes the listener. */
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => Value
}

/** A {@link ReadableStore} that can be written. */
export interface WritableStore<Value> extends ReadableStore<Value> {
  readonly set: (value: Value) => void
}

/** Creates a store. Setting the same value again calls no listener. */
export const makeStore = <Value>(initial: Value): WritableStore<Value> => {
  const changes = makeEventSource<void>()
  let current = initial
  return {
    subscribe: (listener) => changes.subscribe(listener),
    getSnapshot: () => current,
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      changes.publish()
    }
  }
}
