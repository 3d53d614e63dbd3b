import { adaptStore, type OwnStore } from "./own-store.ts"
import type { RecordStore } from "./record-store.ts"
import { webStorageStore, type WebStorage } from "./web-storage-store.ts"

/** Anything that can be used as a store: one of this package, `localStorage` (best as a function), or an own one. */
export type StoreSource = RecordStore["Service"] | OwnStore | WebStorage | (() => WebStorage)

/** Turns anything that can be used as a store into a {@link RecordStore}. */
export const toRecordStore = (source: StoreSource): RecordStore["Service"] => {
  if (typeof source === "function") return webStorageStore(source)
  return "getItem" in source ? webStorageStore(() => source) : adaptStore(source)
}
