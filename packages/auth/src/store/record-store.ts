import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Lock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"

/**
 * A store of records: strings by key. Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`; values are JSON of
 * at most a few kilobytes. The library caches no records, so that it sees those of other processes.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`.
 */
export interface RecordStore {
  /** Returns the string of a key, or `undefined`. */
  readonly get: (key: string) => Effect.Effect<string | undefined, AuthError>
  /** Replaces the string of a key, atomically. */
  readonly set: (key: string, value: string, options?: RecordOptions) => Effect.Effect<void, AuthError>
  /** Removes a key, whether or not it exists. */
  readonly remove: (key: string) => Effect.Effect<void, AuthError>
  /** A lock with the same scope as the store. Default: Web Locks between tabs, or a lock within the process. */
  readonly lock?: Lock | undefined
  /** Whether the records are lost when the process ends although the application did not pass `memoryStore()`. */
  readonly isVolatile?: boolean | undefined
}

/** The service of {@link RecordStore}. */
export const RecordStore: Context.Service<RecordStore, RecordStore> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/RecordStore")

/** Options of writing a record. */
export interface RecordOptions {
  /**
   * The expiry of an access token in epoch milliseconds, after which a store may drop the record. A record with an
   * expiry need not survive a power failure. Absent for client credentials, which never expire.
   */
  readonly usefulUntil?: number | undefined
  /**
   * The owner of the store's `leaseLock`. A store with `isFenced` writes only if this owner still has the lock, and
   * checks that atomically.
   */
  readonly lockOwner?: string | undefined
}

/**
 * Marks a store of this package, which has timeouts and keeps strings exactly. A copy with other members counts as a
 * custom store.
 */
export const builtInStore = (store: RecordStore): RecordStore => {
  builtIn.add(store)
  return store
}

/** Returns whether {@link builtInStore} has marked a store. */
export const isBuiltInStore = (value: object): value is RecordStore => builtIn.has(value)

const builtIn = /* @__PURE__ */ new WeakSet<object>()
