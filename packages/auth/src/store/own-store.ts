import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import type { Lock } from "../coordination/index.ts"
import { AuthError, describeUnderlyingError, failWith, type StoreUnavailable } from "../errors/index.ts"
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
  /** The text of a key, or `undefined` or `null`. */
  readonly get: (key: string) => StoreAnswer<string | null | undefined>
  /** Replaces the text of a key, atomically. */
  readonly set: (key: string, text: string) => StoreAnswer<void>
  /** Removes a key, whether or not it exists. */
  readonly remove: (key: string) => StoreAnswer<void>
  /** A lock as wide as the store, where the platform's does not reach: between servers, for example. */
  readonly lock?: Lock["Service"] | undefined
}

/** Turns a store of any form into a {@link RecordStore}. `remedy` completes the message of its failures. */
export const adaptStore = (store: OwnStore, remedy = checkStore): RecordStore["Service"] => {
  const call = <Answer>(
    operation: StoreUnavailable["operation"],
    location: string,
    evaluate: () => StoreAnswer<Answer>
  ): Effect.Effect<Answer, AuthError> =>
    Effect.suspend(() => settle(evaluate())).pipe(
      Effect.catchDefect(Effect.fail),
      Effect.catch((thrown) =>
        thrown instanceof AuthError
          ? Effect.fail(thrown)
          : failWith({
              _tag: "StoreUnavailable",
              operation,
              location,
              remedy,
              cause: describeUnderlyingError(thrown)
            })
      )
    )
  return {
    get: (key) =>
      Effect.flatMap(
        call<unknown>("read", key, () => store.get(key)),
        (answer) => asText(key, answer ?? undefined)
      ),
    set: (key, text) => call("write", key, () => store.set(key, text)),
    remove: (key) => call("remove", key, () => store.remove(key)),
    lock: store.lock
  }
}

const settle = <Answer>(answer: StoreAnswer<Answer>): Effect.Effect<Answer, unknown> => {
  if (Effect.isEffect(answer)) return answer as Effect.Effect<Answer, unknown>
  // A promise of a plain answer would cost a turn of the event loop, and synchronous stores are the common case.
  return Predicate.isPromiseLike(answer) ? Effect.promise(() => answer) : Effect.succeed(answer)
}

/** Some stores parse JSON on their own. Taken for unreadable records, their answers would cost a registration each. */
const asText = (location: string, answer: unknown): Effect.Effect<string | undefined, AuthError> =>
  answer === undefined || typeof answer === "string"
    ? Effect.succeed(answer)
    : failWith({ _tag: "StoreCorrupted", location, problem: "what was read is not text", remedy: checkStore })

const checkStore = "Check the store option"
