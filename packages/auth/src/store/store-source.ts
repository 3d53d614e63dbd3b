import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Lock, webLock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { invalidConfiguration, validOption } from "../options/option.ts"
import { adaptStore, type CustomStore } from "./custom-store.ts"
import { memoryStore } from "./memory-store.ts"
import { isBuiltInStore, RecordStore } from "./record-store.ts"
import { webStorageStore, type WebStorage } from "./web-storage-store.ts"

/** A store of this package, Web Storage (as a function: `() => localStorage`), or a custom store. */
export type StoreSource = RecordStore | CustomStore | WebStorage | (() => WebStorage)

/**
 * Converts a store to a {@link RecordStore}.
 *
 * @throws AuthError with reason `InvalidConfiguration` for anything else, for example a path or a promise
 */
export const toRecordStore = (source: StoreSource): RecordStore => {
  if (typeof source === "function") return webStorageStore(source)
  // Callers without types may pass `null` in web views that have no storage.
  const given: StoreSource | null = source
  if (typeof given === "object" && given !== null) {
    if (isBuiltInStore(given)) return given
    if ("getItem" in given) return webStorageStore(() => given)
    if ("get" in given && "set" in given && "remove" in given) return adaptStore(given)
  }
  throw invalidConfiguration("storage", `it is ${describe(source)}, not a store`, passAStore)
}

/**
 * Returns the store of an option. Without the option, returns a volatile store in memory, for which each registration
 * raises the event `credentials-not-persisted`. Refuses `undefined` and `null` as values: the intended storage, such as
 * `localStorage`, does not exist on this platform.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const storeOption = (options: { readonly storage?: StoreSource | undefined }): RecordStore => {
  if (options.storage !== undefined) return toRecordStore(options.storage)
  if ("storage" in options) throw invalidConfiguration("storage", "it is undefined: there is no such store", passAStore)
  return { ...memoryStore(), isVolatile: true }
}

const describe = (source: unknown): string => (source === null ? "null" : `a ${typeof source}`)

const passAStore = "Pass localStorage, a directoryStore, { get, set, remove }, or memoryStore() to keep nothing"

/** Provides {@link RecordStore}, and its {@link Lock}: the lock of the store, or Web Locks if available. */
export const storeLayer = (source: StoreSource): Layer.Layer<RecordStore | Lock, AuthError> =>
  storeOptionLayer({ storage: source })

/** Provides the store of {@link storeOption}, and its lock. */
export const storeOptionLayer = (options: {
  readonly storage?: StoreSource | undefined
}): Layer.Layer<RecordStore | Lock, AuthError> =>
  Layer.unwrap(
    Effect.map(Effect.fromResult(validOption(() => storeOption(options))), (store) =>
      Layer.merge(Layer.succeed(RecordStore, store), Layer.succeed(Lock, store.lock ?? webLock()))
    )
  )
