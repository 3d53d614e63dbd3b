import * as Effect from "effect/Effect"
import type { Lock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, type StoreUnavailable } from "../errors/index.ts"
import type { RecordStore } from "./record-store.ts"

/** What a member of {@link OwnStore} may return: the answer itself, a promise of it, or an effect. */
export type StoreAnswer<Answer> = Answer | PromiseLike<Answer> | Effect.Effect<Answer, unknown>

/**
 * A store of your own: three functions over text by key. Nothing else is needed for cookies, IndexedDB, React Native's
 * AsyncStorage, a database or Redis.
 *
 * * `get` answers with exactly the text that was last `set`, or with `undefined` or `null`.
 * * `set` is atomic: whoever reads at the same time gets the old or the new text, never a mixture. Once it is done, the
 *   text survives the end of the process.
 * * `remove` of a key that does not exist does nothing.
 * * Failures are thrown, rejected or failed with; they turn into `StoreUnavailable`.
 *
 * Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`. Test a store with the suite of
 * `@tve-pass/auth/store-conformance`.
 *
 * @example
 * const texts = new Map<string, string>()
 * const store: OwnStore = {
 *   get: (key) => Promise.resolve(texts.get(key)),
 *   set: (key, text) => void texts.set(key, text),
 *   remove: (key) => void texts.delete(key)
 * }
 */
export interface OwnStore {
  readonly get: (key: string) => StoreAnswer<string | null | undefined>
  readonly set: (key: string, text: string) => StoreAnswer<void>
  readonly remove: (key: string) => StoreAnswer<void>
  /** A lock as wide as the store, where the platform's does not reach: between servers, for example. */
  readonly lock?: Lock["Service"] | undefined
}

/** Turns a store of any form into a {@link RecordStore}. `remedy` completes the message of its failures. */
export const adaptStore = (
  store: OwnStore,
  remedy = "Check the store that was passed as an option"
): RecordStore["Service"] => {
  const call = <Answer>(
    operation: StoreUnavailable["operation"],
    key: string,
    evaluate: () => StoreAnswer<Answer>
  ): Effect.Effect<Answer, AuthError> =>
    Effect.mapError(settle(evaluate), (thrown) =>
      thrown instanceof AuthError
        ? thrown
        : new AuthError({
            reason: {
              _tag: "StoreUnavailable",
              operation,
              location: key,
              remedy,
              cause: describeUnderlyingError(thrown)
            }
          })
    )
  return {
    get: (key) =>
      Effect.flatMap(
        call("read", key, () => store.get(key)),
        (answer: unknown) =>
          typeof answer === "string" || answer === undefined || answer === null
            ? Effect.succeed(answer ?? undefined)
            : Effect.fail(notText(key))
      ),
    set: (key, text) => call("write", key, () => store.set(key, text)),
    remove: (key) => call("remove", key, () => store.remove(key)),
    lock: store.lock
  }
}

const settle = <Answer>(evaluate: () => StoreAnswer<Answer>): Effect.Effect<Answer, unknown> =>
  Effect.flatMap(Effect.try({ try: evaluate, catch: (thrown) => thrown }), (answer) => {
    if (Effect.isEffect(answer)) return answer as Effect.Effect<Answer, unknown>
    // `await` of a plain answer would cost a turn of the event loop, and synchronous stores are the common case.
    return isPromiseLike(answer)
      ? Effect.tryPromise({ try: () => Promise.resolve(answer), catch: (thrown) => thrown })
      : Effect.succeed(answer)
  })

const isPromiseLike = <Answer>(answer: Answer | PromiseLike<Answer>): answer is PromiseLike<Answer> =>
  typeof answer === "object" && answer !== null && "then" in answer

const notText = (key: string): AuthError =>
  new AuthError({
    reason: {
      _tag: "StoreCorrupted",
      location: key,
      problem: "is read as something other than text",
      remedy: "Have the store return the text that was set"
    }
  })
