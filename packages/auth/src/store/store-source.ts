import * as Layer from "effect/Layer"
import { Lock, webLock } from "../coordination/index.ts"
import { adaptStore, type OwnStore } from "./own-store.ts"
import { RecordStore } from "./record-store.ts"
import { webStorageStore, type WebStorage } from "./web-storage-store.ts"

/** Anything that can be used as a store: one of this package, `localStorage` (best as a function), or an own one. */
export type StoreSource = RecordStore["Service"] | OwnStore | WebStorage | (() => WebStorage)

/** Turns anything that can be used as a store into a {@link RecordStore}. */
export const toRecordStore = (source: StoreSource): RecordStore["Service"] => {
  if (typeof source === "function") return webStorageStore(source)
  return "getItem" in source ? webStorageStore(() => source) : adaptStore(source)
}

/** Provides {@link RecordStore}, and the {@link Lock} that fits it: its own, or Web Locks where there are any. */
export const storeLayer = (source: StoreSource): Layer.Layer<RecordStore | Lock> =>
  Layer.suspend(() => {
    const store = toRecordStore(source)
    return Layer.merge(Layer.succeed(RecordStore, store), Layer.succeed(Lock, store.lock ?? webLock()))
  })
