import * as Effect from "effect/Effect"
import { inProcessLock } from "../coordination/index.ts"
import { builtInStore, type RecordStore } from "./record-store.ts"

/**
 * Keeps records as long as this value lives: for tests, and for programs that sign their viewers out when they end.
 *
 * @example
 * const store = memoryStore()
 * Effect.runSync(Effect.andThen(store.set("key", "text"), store.get("key"))) // => "text"
 */
export const memoryStore = (): RecordStore => {
  const applications = new Map<string, RecordsByName>()
  const at = <Result>(key: string, use: (records: RecordsByName, name: string, application: string) => Result) =>
    Effect.sync(() => {
      // From the first dot on, a key is the name of the record; nothing that every object has begins with a dot.
      const dot = `${key}.`.indexOf(".")
      const application = key.slice(0, dot)
      return use(applications.get(application) ?? {}, key.slice(dot), application)
    })
  return builtInStore({
    get: (key) => at(key, (records, name) => records[name]),
    set: (key, text) =>
      at(key, (records, name, application) => {
        records[name] = text
        // A copy: a slice would keep the whole key alive.
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
 * The records of one application. They are kept together, because an entry and a key for each of them take twice the
 * memory, and a server may have a hundred thousand devices.
 */
interface RecordsByName {
  [name: string]: string | undefined
}
