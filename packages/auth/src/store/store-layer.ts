import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { validOption } from "../application/valid-option.ts"
import { Lock, webLock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { RecordStore } from "./record-store.ts"
import { storeOption, type StoreSource } from "./store-source.ts"

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
