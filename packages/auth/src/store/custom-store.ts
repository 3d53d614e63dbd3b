import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import { boundedLock, LockOwner, type Lock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, failWith, type StoreUnavailable } from "../errors/index.ts"
import { invalidConfiguration } from "../options/option.ts"
import { bounded, storeTimeout } from "./bounded.ts"
import type { RecordOptions, RecordStore } from "./record-store.ts"

/** What a member of {@link CustomStore} may return: the result itself, a promise of it, or an effect. */
export type StoreResult<Result> = Result | PromiseLike<Result> | Effect.Effect<Result, unknown>

/**
 * A custom store: three functions over strings by key. Nothing else is needed for cookies, IndexedDB, React Native's
 * AsyncStorage, a database or Redis.
 *
 * * `get` returns exactly the string that was last `set`; `undefined`, `null` or `""` if there is none.
 * * `set` is atomic: a concurrent `get` returns the old or the new string, never a mixture. Once it is done, the string
 *   survives the end of the process. `false` means that nothing was stored.
 * * `remove` of a key that does not exist does nothing.
 * * Failures are thrown, rejected or failed with; they become `StoreUnavailable`, and so does a call that takes longer
 *   than 10 seconds.
 *
 * Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`. Test a store with the suite of
 * `@tve-pass/auth/store-conformance`.
 *
 * @example
 * const texts = new Map<string, string>()
 * const store: CustomStore = {
 *   get: (key) => Promise.resolve(texts.get(key)),
 *   set: (key, text) => void texts.set(key, text),
 *   remove: (key) => void texts.delete(key)
 * }
 */
export interface CustomStore {
  /** Returns the string of a key; `undefined`, `null` or `""` if there is none. */
  readonly get: (key: string) => StoreResult<string | null | undefined>
  /** Replaces the string of a key, atomically. */
  readonly set: (key: string, text: string, options?: RecordOptions) => StoreResult<void | boolean>
  /** Removes a key, whether or not it exists. */
  readonly remove: (key: string) => StoreResult<void | boolean>
  /**
   * A lock as wide as the store, where the platform's does not reach: between servers, for example. `leaseLock` makes
   * one of two functions.
   */
  readonly lock?: Lock | undefined
}

/** Turns a store of any form into a {@link RecordStore}. `remedy` completes the message of its failures. */
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
  // A promise of a plain result would cost a turn of the event loop, and synchronous stores are the common case.
  if (!Predicate.isPromiseLike(result)) return Effect.succeed(result)
  return bounded(
    Effect.promise(() => result),
    storeTimeout,
    tooLate
  )
}

/** Some stores parse JSON on their own. Taken for unreadable records, their results would cost a registration each. */
const asString = (location: string, result: unknown): Effect.Effect<string | undefined, AuthError> => {
  if (result === undefined || result === null || result === "") return Effect.undefined
  return typeof result === "string"
    ? Effect.succeed(result)
    : failWith({ _tag: "StoreCorrupted", location, problem: "what was read is not a string", remedy: checkStore })
}

const validLock = (lock: unknown): Lock | undefined => {
  if (lock === undefined) return undefined
  if (Predicate.hasProperty(lock, "withLock") && typeof lock.withLock === "function") {
    // `withLock` is a function; that it takes a key and an effect is the contract of `CustomStore`.
    return boundedLock(lock as Lock)
  }
  throw invalidConfiguration("storage.lock", "it is not a lock", "Pass one that leaseLock has made, or leave it out")
}

const checkStore = "Check the store option"
