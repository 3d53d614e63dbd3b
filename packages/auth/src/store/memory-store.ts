import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { builtInStore, type RecordStore } from "./record-store.ts"

/**
 * Keeps records in memory, for tests, and for programs whose viewers may be signed out at the end.
 *
 * @example
 * ```ts
 * const store = memoryStore()
 * Effect.runSync(Effect.andThen(store.set("key", "text"), store.get("key"))) // => "text"
 * ```
 */
export const memoryStore = (): RecordStore => {
  const applications = new Map<string, RecordsByName>()
  const at = <Result>(key: string, use: (records: RecordsByName, name: string, application: string) => Result) =>
    Effect.sync(() => {
      // The part of a key from the first dot on is the name of the record. No inherited property of objects begins with
      // a dot.
      const dot = `${key}.`.indexOf(".")
      const application = key.slice(0, dot)
      return use(applications.get(application) ?? {}, key.slice(dot), application)
    })
  return builtInStore({
    get: (key) => at(key, (records, name) => records[name]),
    set: (key, text) =>
      at(key, (records, name, application) => {
        records[name] = text
        // A copy, because a slice would keep the whole key in memory.
        applications.set([...application].join(""), records)
      }),
    remove: (key) =>
      at(key, (records, name, application) => {
        records[name] = undefined
        if (Object.values(records).every((text) => text === undefined)) applications.delete(application)
      }),
    lock: inProcessLock()
  })
}

/**
 * The records of one application, in one map entry. Separate entries would take twice the memory, and a server may have
 * a hundred thousand devices.
 */
interface RecordsByName {
  [name: string]: string | undefined
}
