import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import type { RecordStore } from "./record-store.ts"

/**
 * Keeps records as long as this value lives: for tests, and for programs that sign their viewers out when they end.
 *
 * @example
 * const store = memoryStore()
 * Effect.runSync(Effect.andThen(store.set("key", "text"), store.get("key"))) // => "text"
 */
export const memoryStore = (): RecordStore["Service"] => {
  const records = new Map<string, string>()
  return {
    get: (key) => Effect.sync(() => records.get(key)),
    set: (key, value) => Effect.sync(() => void records.set(key, value)),
    remove: (key) => Effect.sync(() => void records.delete(key)),
    lock: inProcessLock()
  }
}
