/**
 * Credentials and tokens in Effect's `KeyValueStore`.
 *
 * @module
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { KeyValueStore } from "effect/persistence/KeyValueStore"
import type { Lock } from "../coordination/index.ts"
import { storeLayer, type RecordStore } from "../store/index.ts"

/**
 * Provides a store over any implementation of Effect's `KeyValueStore`: SQL, a file system, Web Storage. Its keys have
 * a prefix, because other code may use the same store. Tabs are coordinated by Web Locks, other processes not at all.
 *
 * Without layers, pass a `KeyValueStore` as `storage`.
 *
 * @example
 * ```ts
 * import * as KeyValueStore from "effect/persistence/KeyValueStore"
 *
 * const stores = keyValueStoreLayer.pipe(Layer.provide(KeyValueStore.layerMemory))
 * ```
 */
export const keyValueStoreLayer: Layer.Layer<RecordStore | Lock, never, KeyValueStore> = /* @__PURE__ */ Layer.unwrap(
  /* @__PURE__ */ Effect.map(KeyValueStore, (store) =>
    storeLayer({
      get: (key) => store.get(prefix + key),
      set: (key, text) => store.set(prefix + key, text),
      remove: (key) => store.remove(prefix + key)
    })
  )
  // The value above is a valid store, so this cannot fail.
).pipe(Layer.orDie)

const prefix = "tve-pass."
