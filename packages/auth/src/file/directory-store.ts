import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { join, resolve } from "node:path"
import type { AuthError } from "../errors/index.ts"
import { builtInStore, type RecordStore } from "../store/index.ts"
import { createOwnDirectory } from "./own-directory.ts"
import { directoryLock, type DirectoryLockOptions } from "./directory-lock.ts"
import { fileOperation } from "./file-error.ts"
import { fileName } from "./file-name.ts"
import { readIfPresent, removeAbandoned, removeExpired, removeFile, replaceFile } from "./record-files.ts"

/**
 * Keeps records in files of a directory, which any number of processes can share. The directory is created at the first
 * use, with mode 0700. Files have mode 0600 and are replaced atomically. The lock recovers when its owner is killed.
 *
 * Contents: `KEY.json` for each record, `locks/` with a folder for each lock that is held, and `temporary/`. A write
 * also removes expired tokens, at most once an hour. Other files and links are not changed: a link, a named pipe or a
 * file of more than a megabyte at the path of a record fails with `StoreCorrupted`, and so does a link or a directory
 * of another user at the path of a folder. Deleted directories are created again.
 *
 * @example
 * ```ts
 * import { createAdobePass } from "@tve-pass/auth/promise"
 *
 * const storage = directoryStore("/var/lib/my-app/adobe-pass")
 * const pass = createAdobePass({ environment: "release-staging", softwareStatement, device, storage })
 * ```
 */
export const directoryStore = (directory: string, options?: DirectoryLockOptions): RecordStore => {
  const root = resolve(directory)
  const temporary = join(root, "temporary")
  const path = (key: string) => join(root, `${fileName(key)}.json`)
  let isTidy = false
  let sweptAt = Number.NEGATIVE_INFINITY

  // Runs in the background, because a server may have a hundred thousand devices.
  const sweep = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    if (now - sweptAt < sweepInterval) return
    sweptAt = now
    yield* Effect.forkDetach(Effect.ignore(fileOperation("remove", root, () => removeExpired(root, now))))
  })

  const tidied = <Success>(use: Effect.Effect<Success, AuthError>): Effect.Effect<Success, AuthError> =>
    Effect.suspend(() => {
      if (isTidy) return use
      return Effect.andThen(
        Effect.tap(openDirectory(root, temporary), () => Effect.sync(() => (isTidy = true))),
        use
      )
    })

  return builtInStore({
    get: (key) => fileOperation("read", path(key), () => readIfPresent(path(key))),
    set: (key, text, { usefulUntil } = {}) =>
      tidied(fileOperation("write", path(key), () => replaceFile(path(key), text, temporary, usefulUntil))).pipe(
        Effect.tap(usefulUntil === undefined ? Effect.void : sweep),
        // Uninterruptible, because a file operation cannot be stopped, and the lock must be held until it is done.
        Effect.uninterruptible
      ),
    remove: (key) => Effect.uninterruptible(fileOperation("remove", path(key), () => removeFile(path(key)))),
    lock: directoryLock(join(root, "locks"), options)
  })
}

const openDirectory = (root: string, temporary: string): Effect.Effect<void, AuthError> =>
  Effect.gen(function* () {
    yield* fileOperation("open", root, () => createOwnDirectory(temporary))
    const now = yield* Clock.currentTimeMillis
    yield* Effect.ignore(fileOperation("remove", temporary, () => removeAbandoned(temporary, now - abandonedAfter)))
  })

/** Milliseconds between two searches for expired tokens. */
const sweepInterval = 3_600_000

// In milliseconds. No write takes an hour.
const abandonedAfter = 3_600_000
