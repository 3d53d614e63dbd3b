import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Lock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"

/**
 * Where records live: text by key. Keys are at most 100 characters of `a-z`, `0-9`, `.` and `-`; values are JSON texts
 * of at most a few kilobytes. Nothing is cached above it, so that what another process wrote is seen.
 *
 * Fails with `StoreUnavailable` or `StoreCorrupted`.
 */
export class RecordStore extends Context.Service<
  RecordStore,
  {
    /** The text of a key, or `undefined`. */
    readonly get: (key: string) => Effect.Effect<string | undefined, AuthError>
    /** Replaces the text of a key, atomically. */
    readonly set: (key: string, value: string) => Effect.Effect<void, AuthError>
    /** Removes a key, whether or not it exists. */
    readonly remove: (key: string) => Effect.Effect<void, AuthError>
    /** The lock that is as wide as this store. Without one, the platform's best is used. */
    readonly lock?: Lock["Service"] | undefined
  }
>()("@tve-pass/auth/store/RecordStore") {}
