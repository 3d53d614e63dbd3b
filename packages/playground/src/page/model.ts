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
  const exchanges = [...model.exchanges]
  let place = exchanges.length
  // It is one of the newest.
  while (place > 0 && (exchanges[place - 1]?.id ?? 0) >= exchange.id) place -= 1
  exchanges.splice(place, exchanges[place]?.id === exchange.id ? 1 : 0, exchange)
  return { ...model, exchanges: exchanges.slice(-longestRecord) }
}

/**
 * A store of the model, fed by a connection. It changes once for all events of a frame.
 *
 * @param schedule Calls back before the next frame is drawn.
 */
export const createModelStore = (
  subscribe: (listener: (event: PlaygroundEvent) => void) => () => void,
  schedule: (callback: () => void) => void = (callback) => void setTimeout(callback, 16)
): ReadableStore<Model> => {
  let model: Model = { state: undefined, exchanges: [] }
  const pending: Array<PlaygroundEvent> = []
  const listeners = new Set<() => void>()
  const apply = () => {
    model = pending.splice(0).reduce(nextModel, model)
    listeners.forEach((listener) => listener())
  }
  subscribe((event) => {
    if (pending.length === 0) schedule(apply)
    pending.push(event)
  })
  return {
    getSnapshot: () => model,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}
