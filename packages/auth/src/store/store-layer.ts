import * as Layer from "effect/Layer"
import { Lock, webLock } from "../coordination/index.ts"
import { RecordStore } from "./record-store.ts"
import { toRecordStore, type StoreSource } from "./store-source.ts"

/** Provides {@link RecordStore}, and the {@link Lock} that fits it: its own, or Web Locks where there are any. */
export const storeLayer = (source: StoreSource): Layer.Layer<RecordStore | Lock> =>
  Layer.suspend(() => {
    const store = toRecordStore(source)
    return Layer.merge(Layer.succeed(RecordStore, store), Layer.succeed(Lock, store.lock ?? webLock()))
  })
