import * as Effect from "effect/Effect"
import { AuthError, describeUnderlyingError, type StoreUnavailable } from "../errors/index.ts"

/** Runs file operations; what they throw turns into an error that says what to do with the path. */
export const fileOperation = <Success>(
  operation: StoreUnavailable["operation"],
  location: string,
  run: () => Promise<Success>
): Effect.Effect<Success, AuthError> =>
  Effect.tryPromise({ try: run, catch: (thrown) => fileError(operation, location, thrown) })

/** Whether an error of `node:fs` has one of these codes. */
export const hasCode = (thrown: unknown, ...codes: ReadonlyArray<string>): boolean =>
  codes.some((code) => code === describeUnderlyingError(thrown).code)

const fileError = (operation: StoreUnavailable["operation"], location: string, thrown: unknown): AuthError => {
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
