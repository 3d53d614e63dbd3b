/** Publishes values to the listeners that have subscribed. */
export interface EventSource<Event> {
  readonly publish: (event: Event) => void
  /** Adds a listener. Returns a function that removes it. */
  readonly subscribe: (listener: (event: Event) => void) => () => void
}

/** Creates an {@link EventSource}. Errors that a listener throws are ignored, so that a log cannot break a flow. */
export const makeEventSource = <Event>(): EventSource<Event> => {
  const listeners = new Set<{ readonly listener: (event: Event) => void }>()
  return {
    publish: (event) => {
      // A copy, so that a listener that subscribes during an event receives only later events.
      for (const entry of Array.from(listeners)) {
        try {
          if (listeners.has(entry)) entry.listener(event)
        } catch {
          // A listener must not break the flow that it observes.
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
