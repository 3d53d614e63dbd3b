import { webLock } from "../coordination/index.ts"
import { adaptStore } from "./custom-store.ts"
import { builtInStore, type RecordStore } from "./record-store.ts"

/** The part of `Storage` that this package uses. */
export type WebStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">

/**
 * Keeps records in `localStorage` or another implementation of Web Storage, and coordinates tabs by Web Locks.
 *
 * `storage` is a function, because reading `localStorage` throws if the user has disabled storage. Disabled storage and
 * a full quota fail with `StoreUnavailable` when the store is used (rule 24, stores).
 *
 * @example
 * ```ts
 * const store = webStorageStore(() => localStorage)
 * ```
 */
export const webStorageStore = (storage: () => WebStorage): RecordStore =>
  builtInStore(
    adaptStore(
      {
        get: (key) => storage().getItem(prefix + key),
        set: (key, text) => storage().setItem(prefix + key, text),
        remove: (key) => storage().removeItem(prefix + key),
        lock: webLock()
      },
      "Allow this site to store data and free space, or pass another store"
    )
  )

// Other code of the origin uses the same storage.
const prefix = "tve-pass."
