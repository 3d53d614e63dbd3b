import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Lock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"

/**
 * Where records live: strings by key. Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`; values are JSON of at
 * most a few kilobytes. Nothing is cached above it, so that what another process wrote is seen.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`.
 */
export interface RecordStore {
  /** The string of a key, or `undefined`. */
  readonly get: (key: string) => Effect.Effect<string | undefined, AuthError>
  /** Replaces the string of a key, atomically. */
  readonly set: (key: string, value: string, options?: RecordOptions) => Effect.Effect<void, AuthError>
  /** Removes a key, whether or not it exists. */
  readonly remove: (key: string) => Effect.Effect<void, AuthError>
  /** The lock that is as wide as this store. Without one, the platform's best is used. */
  readonly lock?: Lock | undefined
  /** Nothing survives the end of the process, and the application has not asked for that by name. */
  readonly isVolatile?: boolean | undefined
}

/** The service of {@link RecordStore}. */
export const RecordStore: Context.Service<RecordStore, RecordStore> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/RecordStore")

/** What is known about a record that is written. */
export interface RecordOptions {
  /**
   * Epoch milliseconds from which on the record is of no use, so that a store may drop it then: the expiry of an access
   * token. Such a record need not survive a power failure. Absent for client credentials, which never expire.
   */
  readonly usefulUntil?: number | undefined
  /**
   * The owner that holds the store's `leaseLock`. A store with `isFenced` writes only if that owner still holds the lock,
   * in one step.
   */
  readonly lockOwner?: string | undefined
}

/**
 * Marks a store of this package, which bounds its own calls in time and keeps strings exactly. A copy with other members
 * is a custom store.
 */
export const builtInStore = (store: RecordStore): RecordStore => {
  builtIn.add(store)
  return store
}

/** Whether a value is a store that {@link builtInStore} has marked. */
export const isBuiltInStore = (value: object): value is RecordStore => builtIn.has(value)

const builtIn = /* @__PURE__ */ new WeakSet<object>()
