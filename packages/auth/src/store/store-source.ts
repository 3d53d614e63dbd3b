import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Lock, webLock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { invalidConfiguration, validOption } from "../options/option.ts"
import { adaptStore, type CustomStore } from "./custom-store.ts"
import { memoryStore } from "./memory-store.ts"
import { isBuiltInStore, RecordStore } from "./record-store.ts"
import { webStorageStore, type WebStorage } from "./web-storage-store.ts"

/** Anything that can be used as a store: one of this package, `localStorage` (best as a function), or a custom one. */
export type StoreSource = RecordStore | CustomStore | WebStorage | (() => WebStorage)

/**
 * Turns anything that can be used as a store into a {@link RecordStore}.
 *
 * @throws AuthError with reason `InvalidConfiguration` for anything else, a path or a promise for example
 */
export const toRecordStore = (source: StoreSource): RecordStore => {
  if (typeof source === "function") return webStorageStore(source)
  // Untyped callers pass null where a web view has no storage.
  const given: StoreSource | null = source
  if (typeof given === "object" && given !== null) {
    if (isBuiltInStore(given)) return given
    if ("getItem" in given) return webStorageStore(() => given)
    if ("get" in given && "set" in given && "remove" in given) return adaptStore(given)
  }
  throw invalidConfiguration("storage", `it is ${describe(source)}, not a store`, passAStore)
}

/**
 * Returns the store of an option. Without the option it is a volatile store in memory, which raises the event
 * `credentials-not-persisted` with the first registration. An option that is there and has no value is refused: on this
 * platform, `localStorage` or what else was meant does not exist.
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

/** Provides {@link RecordStore}, and the {@link Lock} that fits it: its own, or Web Locks where there are any. */
export const storeLayer = (source: StoreSource): Layer.Layer<RecordStore | Lock, AuthError> =>
  storeOptionLayer({ storage: source })

/** Provides the store of an option, or a volatile one: see {@link storeOption}. */
export const storeOptionLayer = (options: {
  readonly storage?: StoreSource | undefined
}): Layer.Layer<RecordStore | Lock, AuthError> =>
  Layer.unwrap(
    Effect.map(Effect.fromResult(validOption(() => storeOption(options))), (store) =>
      Layer.merge(Layer.succeed(RecordStore, store), Layer.succeed(Lock, store.lock ?? webLock()))
    )
  )
