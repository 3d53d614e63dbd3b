import { webLock } from "../coordination/index.ts"
import { adaptStore } from "./custom-store.ts"
import { builtInStore, type RecordStore } from "./record-store.ts"

/** The part of `Storage` that is used. */
export type WebStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">

/**
 * Keeps records in `localStorage` or another implementation of Web Storage, and coordinates tabs by Web Locks.
 *
 * Takes a function, because the mere access to `localStorage` throws where the user has disabled storage. That, and a
 * full quota, fail with `StoreUnavailable` when the store is used (rule 24).
 *
 * @example
 * const store = webStorageStore(() => localStorage)
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

// The storage of an origin is shared with all its other code.
const prefix = "tve-pass."
