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
 * Keeps records in Effect's `KeyValueStore`, with any implementation: SQL, a file system, Web Storage. Its keys are
 * prefixed, as other code may use the same store. Coordinates tabs by Web Locks, other processes not at all.
 *
 * Without layers, pass a `KeyValueStore` wherever a store is expected.
 *
 * @example
 * import * as KeyValueStore from "effect/persistence/KeyValueStore"
 *
 * const stores = keyValueStoreLayer.pipe(Layer.provide(KeyValueStore.layerMemory))
 */
export const keyValueStoreLayer: Layer.Layer<RecordStore | Lock, never, KeyValueStore> = Layer.unwrap(
  Effect.map(KeyValueStore, (store) =>
    storeLayer({
      get: (key) => store.get(prefix + key),
      set: (key, text) => store.set(prefix + key, text),
      remove: (key) => store.remove(prefix + key)
    })
  )
  // What is above is a store.
).pipe(Layer.orDie)

const prefix = "tve-pass."
