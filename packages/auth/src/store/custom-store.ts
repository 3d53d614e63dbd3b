import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import { boundedLock, LockOwner, type Lock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, failWith, type StoreUnavailable } from "../errors/index.ts"
import { invalidConfiguration } from "../options/option.ts"
import { bounded, storeTimeout } from "./bounded.ts"
import type { RecordOptions, RecordStore } from "./record-store.ts"

/** The return type of members of {@link CustomStore}: a value, a promise or an effect. */
export type StoreResult<Result> = Result | PromiseLike<Result> | Effect.Effect<Result, unknown>

/**
 * A custom store: three functions over strings by key, for example over cookies, IndexedDB, React Native's
 * AsyncStorage, a database or Redis.
 *
 * * `get` returns exactly the string of the last `set`; `undefined`, `null` or `""` if there is none.
 * * `set` is atomic: a concurrent `get` returns the old or the new string, never a mixture. After `set`, the string
 *   survives the end of the process. `false` means that nothing was stored.
 * * `remove` of a key that does not exist does nothing.
 * * An exception, a rejection or a failure becomes `StoreUnavailable`, and so does a call that takes longer than 10
 *   seconds.
 *
 * Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`. Test a store with the suite of
 * `@tve-pass/auth/store-conformance`.
 *
 * @example
 * ```ts
 * const texts = new Map<string, string>()
 * const store: CustomStore = {
 *   get: (key) => Promise.resolve(texts.get(key)),
 *   set: (key, text) => void texts.set(key, text),
 *   remove: (key) => void texts.delete(key)
 * }
 * ```
 */
export interface CustomStore {
  /** Returns the string of a key; `undefined`, `null` or `""` if there is none. */
  readonly get: (key: string) => StoreResult<string | null | undefined>
  /** Replaces the string of a key, atomically. */
  readonly set: (key: string, text: string, options?: RecordOptions) => StoreResult<void | boolean>
  /** Removes a key, whether or not it exists. */
  readonly remove: (key: string) => StoreResult<void | boolean>
  /**
   * A lock with the same scope as the store, for example between servers. `leaseLock` creates one from three functions.
   * Default: Web Locks between tabs, or a lock within the process.
   */
  readonly lock?: Lock | undefined
}

/** Converts a custom store to a {@link RecordStore}. `remedy` is the remedy in the messages of its failures. */
export const adaptStore = (store: CustomStore, remedy = checkStore): RecordStore => {
  const call = <Result>(
    operation: StoreUnavailable["operation"],
    location: string,
    evaluate: () => StoreResult<Result>
  ): Effect.Effect<Result, AuthError> => {
    const unavailable = (thrown: unknown) =>
      failWith({ _tag: "StoreUnavailable", operation, location, remedy, cause: describeUnderlyingError(thrown) })
    const tooLate = () => unavailable({ name: "TimeoutError" })
    return Effect.suspend(() => settle(evaluate(), tooLate)).pipe(
      Effect.catchDefect(Effect.fail),
      Effect.catch((thrown) => (thrown instanceof AuthError ? Effect.fail(thrown) : unavailable(thrown))),
      Effect.flatMap((result) =>
        operation === "write" && result === false ? unavailable({ name: "Error" }) : Effect.succeed(result)
      )
    )
  }
  return {
    get: (key) =>
      Effect.flatMap(
        call<unknown>("read", key, () => store.get(key)),
        (result) => asString(key, result)
      ),
    set: (key, text, options) =>
      Effect.flatMap(LockOwner, (lockOwner) =>
        Effect.asVoid(
          call("write", key, () => store.set(key, text, lockOwner === undefined ? options : { ...options, lockOwner }))
        )
      ),
    remove: (key) => Effect.asVoid(call("remove", key, () => store.remove(key))),
    lock: validLock(store.lock)
  }
}

const settle = <Result>(
  result: StoreResult<Result>,
  tooLate: () => Effect.Effect<never, AuthError>
): Effect.Effect<Result, unknown> => {
  if (Effect.isEffect(result)) return bounded(result as Effect.Effect<Result, unknown>, storeTimeout, tooLate)
  // Synchronous stores are common, and a promise would cost a turn of the event loop.
  if (!Predicate.isPromiseLike(result)) return Effect.succeed(result)
  return bounded(
    Effect.promise(() => result),
    storeTimeout,
    tooLate
  )
}

/**
 * Returns the result as a string. Some stores parse JSON themselves; if their results counted as unreadable records,
 * each would cause a registration.
 */
const asString = (location: string, result: unknown): Effect.Effect<string | undefined, AuthError> => {
  if (result === undefined || result === null || result === "") return Effect.undefined
  return typeof result === "string"
    ? Effect.succeed(result)
    : failWith({ _tag: "StoreCorrupted", location, problem: "what was read is not a string", remedy: checkStore })
}

const validLock = (lock: unknown): Lock | undefined => {
  if (lock === undefined) return undefined
  if (Predicate.hasProperty(lock, "withLock") && typeof lock.withLock === "function") {
    // Boundary: `withLock` is a function, and its parameters are the contract of `CustomStore`.
    return boundedLock(lock as Lock)
  }
  throw invalidConfiguration("storage.lock", "it is not a lock", "Pass one that leaseLock has made, or leave it out")
}

const checkStore = "Check the store option"
