import * as Effect from "effect/Effect"
import { AuthError, describeUnderlyingError, failWith, type StoreUnavailable } from "../errors/index.ts"
import { bounded, storeTimeout } from "../store/index.ts"

/** The path of an entry of the store has something that the store did not create. The store does not change it. */
export class ForeignEntry extends Error {
  override readonly name = "ForeignEntry"
}

/**
 * Runs file operations for at most 10 seconds, so that an unavailable network drive does not block the application.
 * Converts their errors to an `AuthError` with a remedy for the path.
 */
export const fileOperation = <Success>(
  operation: StoreUnavailable["operation"],
  location: string,
  run: () => Promise<Success>
): Effect.Effect<Success, AuthError> =>
  bounded(
    Effect.tryPromise({ try: run, catch: (thrown) => fileError(operation, location, thrown) }),
    storeTimeout,
    () =>
      failWith({
        _tag: "StoreUnavailable",
        operation,
        location,
        remedy: "Check that its file system responds",
        cause: { name: "TimeoutError", code: undefined }
      })
  )

/** Returns whether an error of `node:fs` has one of these codes. */
export const hasCode = (thrown: unknown, ...codes: ReadonlyArray<string>): boolean =>
  codes.some((code) => code === describeUnderlyingError(thrown).code)

const fileError = (operation: StoreUnavailable["operation"], location: string, thrown: unknown): AuthError => {
  if (thrown instanceof ForeignEntry) return corrupted(location, thrown.message)
  if (hasCode(thrown, "EISDIR", "ENOTEMPTY")) {
    return corrupted(location, "a directory is in the place of a file")
  }
  if (hasCode(thrown, "ENOTDIR", "EEXIST")) {
    return corrupted(location, "a file is in the place of a directory")
  }
  return new AuthError({
    reason: {
      _tag: "StoreUnavailable",
      operation,
      location,
      remedy: hasCode(thrown, "ENOSPC", "EDQUOT")
        ? "Free space on its disk"
        : "Pass a directory that this process may read and write",
      cause: describeUnderlyingError(thrown)
    }
  })
}

const corrupted = (location: string, problem: string): AuthError =>
  new AuthError({
    reason: { _tag: "StoreCorrupted", location, problem, remedy: "Move it away, or pass another directory" }
  })
