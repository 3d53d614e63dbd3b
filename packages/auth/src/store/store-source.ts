import { invalidConfiguration } from "../application/invalid-configuration.ts"
import { adaptStore, type OwnStore } from "./own-store.ts"
import type { RecordStore } from "./record-store.ts"
import { webStorageStore, type WebStorage } from "./web-storage-store.ts"

/** Anything that can be used as a store: one of this package, `localStorage` (best as a function), or an own one. */
export type StoreSource = RecordStore["Service"] | OwnStore | WebStorage | (() => WebStorage)

/**
 * Turns anything that can be used as a store into a {@link RecordStore}.
 *
 * @throws AuthError with reason `InvalidConfiguration` for anything else, a path or a promise for example
 */
export const toRecordStore = (source: StoreSource): RecordStore["Service"] => {
  if (typeof source === "function") return webStorageStore(source)
  if (typeof source === "object" && "getItem" in source) return webStorageStore(() => source)
  if (typeof source === "object" && "get" in source && "set" in source && "remove" in source) return adaptStore(source)
  throw invalidConfiguration(
    "storage",
    "it is no store",
    "Pass a directoryStore, localStorage, or { get, set, remove }"
  )
}
