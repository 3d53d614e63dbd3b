import type { ReadableStore } from "@tve-pass/entitlement/promise"
import type { Exchange } from "../host/exchange.ts"
import type { PlaygroundEvent, PlaygroundState } from "../host/playground-event.ts"

/** What the page knows of the playground. */
export interface Model {
  /** `undefined` until the playground has reported. */
  readonly state: PlaygroundState | undefined
  /** In the order in which they began. */
  readonly exchanges: ReadonlyArray<Exchange>
}

/** Exchanges that the page keeps. */
const longestRecord = 2_000

/** Returns the model after an event. A state of another run empties it. */
export const nextModel = (model: Model, event: PlaygroundEvent): Model => {
  if (event.kind === "state") {
    const isSameRun = event.state.run === model.state?.run
    return { state: event.state, exchanges: isSameRun ? model.exchanges : [] }
  }
  const { exchange } = event
  const later = model.exchanges.findIndex(({ id }) => id >= exchange.id)
  const place = later === -1 ? model.exchanges.length : later
  const exchanges = [...model.exchanges]
  exchanges.splice(place, exchanges[place]?.id === exchange.id ? 1 : 0, exchange)
  return { ...model, exchanges: exchanges.slice(-longestRecord) }
}

/** A store of the model, fed by a connection. */
export const createModelStore = (
  subscribe: (listener: (event: PlaygroundEvent) => void) => () => void
): ReadableStore<Model> => {
  let model: Model = { state: undefined, exchanges: [] }
  const listeners = new Set<() => void>()
  subscribe((event) => {
    model = nextModel(model, event)
    listeners.forEach((listener) => listener())
  })
  return {
    getSnapshot: () => model,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}
