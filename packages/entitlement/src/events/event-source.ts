/** Publishes values to the listeners that have subscribed. */
export interface EventSource<Event> {
  readonly publish: (event: Event) => void
  /** Adds a listener. Returns how to remove it. */
  readonly subscribe: (listener: (event: Event) => void) => () => void
}

/** Creates an {@link EventSource}. Errors that a listener throws are dropped: a log must not break the flow it watches. */
export const makeEventSource = <Event>(): EventSource<Event> => {
  const listeners = new Set<{ readonly listener: (event: Event) => void }>()
  return {
    publish: (event) => {
      // A copy: a listener that subscribes again waits for the next event.
      for (const entry of Array.from(listeners)) {
        try {
          if (listeners.has(entry)) entry.listener(event)
        } catch {
          // See above.
        }
      }
    },
    subscribe: (listener) => {
      const entry = { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    }
  }
}
