import { memoryStore, type CustomStore } from "@tve-pass/auth/promise"
import * as Effect from "effect/Effect"

/**
 * A store that keeps one record of each kind for all devices: once the first device has registered, all others find
 * credentials and a token, as in a database on another machine.
 */
export const knownDevicesElsewhere = (): CustomStore => {
  const records = new Map<string, string>()
  return {
    get: (key) => records.get(kindOf(key)),
    set: (key, record) => void records.set(kindOf(key), record),
    remove: (key) => void records.delete(kindOf(key))
  }
}

/** The same, but each device that is read gets separate records in the memory store. */
export const knownDevicesInMemory = (): CustomStore => {
  const elsewhere = knownDevicesElsewhere()
  const memory = memoryStore()
  return {
    ...elsewhere,
    get: (key) => {
      const record = elsewhere.get(key)
      // A copy of the string, not another reference to it.
      if (typeof record === "string") Effect.runSync(memory.set(key, Buffer.from(record).toString()))
      return record
    }
  }
}

/** `credentials` or `token`, which a key ends with. */
const kindOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1)
