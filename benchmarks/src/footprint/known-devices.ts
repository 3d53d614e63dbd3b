import { memoryStore, type CustomStore } from "@tve-pass/auth/promise"
import * as Effect from "effect/Effect"

/**
 * Keeps one record of a kind, whichever device it is of: once the first device has registered, all others find
 * credentials and a token, as they would in a database on another machine. Registering 100,000 devices would take most
 * of the time.
 */
export const knownDevicesElsewhere = (): CustomStore => {
  const records = new Map<string, string>()
  return {
    get: (key) => records.get(kindOf(key)),
    set: (key, record) => void records.set(kindOf(key), record),
    remove: (key) => void records.delete(kindOf(key))
  }
}

/** The same, and each device that is asked for has records of its own in the memory store from then on. */
export const knownDevicesInMemory = (): CustomStore => {
  const elsewhere = knownDevicesElsewhere()
  const memory = memoryStore()
  return {
    ...elsewhere,
    get: (key) => {
      const record = elsewhere.get(key)
      // A text of its own, not one more reference to the same.
      if (typeof record === "string") Effect.runSync(memory.set(key, Buffer.from(record).toString()))
      return record
    }
  }
}

/** `credentials` or `token`, which a key ends with. */
const kindOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1)
