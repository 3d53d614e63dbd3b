import { randomUUID } from "node:crypto"
import type { Stats } from "node:fs"
import { constants, lstat, open, readdir, rename, unlink, type FileHandle } from "node:fs/promises"
import { dirname, join } from "node:path"
import { ForeignEntry, hasCode } from "./file-error.ts"
import { createOwnDirectory } from "./own-directory.ts"

/** The most bytes of a record. Records have a few kilobytes; this package writes no larger files. */
const largestRecord = 1_048_576

// Links are not followed, and a named pipe does not wait for a writer. Windows has neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a whole file. Resolves to `undefined` if there is none.
 *
 * @throws ForeignEntry for anything but a regular file of at most a megabyte
 */
export const readIfPresent = async (path: string): Promise<string | undefined> => {
  try {
    const file = await open(path, readFlags)
    try {
      const status = await file.stat()
      if (status.isDirectory()) throw new ForeignEntry("a directory is in the place of a file")
      if (!status.isFile()) throw new ForeignEntry("it is not a regular file")
      if (status.size > largestRecord) throw new ForeignEntry("it is larger than any record")
      return await file.readFile("utf8")
    } finally {
      await file.close()
    }
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined
    if (hasCode(error, "ELOOP")) throw new ForeignEntry("a link is in the place of a file")
    // A socket cannot be opened.
    if (hasCode(error, "ENXIO")) throw new ForeignEntry("it is not a regular file")
    throw error
  }
}

/**
 * Replaces a file atomically, with access for its owner only. Readers see the old or the new string, also after a crash
 * of the process or the machine (rule 2, stored before used). Creates the temporary directory again if it was deleted.
 *
 * @param usefulUntil epoch milliseconds after which {@link removeExpired} may remove the file. After a crash of the
 *   machine, such a file may have its old content again, because the directory is not synced
 */
export const replaceFile = async (
  path: string,
  text: string,
  temporaryDirectory: string,
  usefulUntil?: number
): Promise<void> => {
  await refuseForeign(path)
  const temporary = join(temporaryDirectory, `${temporaryPrefix}${randomUUID()}`)
  try {
    const file = await createIn(temporaryDirectory, temporary)
    try {
      await file.writeFile(text)
      if (usefulUntil !== undefined) await file.utimes(usefulUntil / 1000, usefulUntil / 1000)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    // A failure here must not hide the original one.
    await removeIfPresent(temporary).catch(() => {})
    throw error
  }
  if (usefulUntil === undefined) await syncDirectory(dirname(path))
}

const createIn = async (directory: string, path: string): Promise<FileHandle> => {
  const create = () => open(path, "wx", 0o600)
  try {
    return await create()
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error
    await createOwnDirectory(directory)
    return create()
  }
}

/** Removes a file, durably unless it has an expiry. Does nothing if there is none. */
export const removeFile = async (path: string): Promise<void> => {
  const entry = await refuseForeign(path)
  if (entry === undefined) return
  await removeIfPresent(path)
  if (!isTemporary(entry)) await syncDirectory(dirname(path))
}

/**
 * Removes temporary files of killed processes: entries with this prefix that were last changed before `deadline`, in
 * epoch milliseconds. Does not change other entries.
 */
export const removeAbandoned = async (directory: string, deadline: number): Promise<void> => {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(temporaryPrefix)) continue
    const path = join(directory, name)
    try {
      const entry = await lstat(path)
      if (entry.isFile() && entry.mtimeMs < deadline) await unlink(path)
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error
    }
  }
}

/**
 * Removes records that expired before `now`, in epoch milliseconds: tokens and probes with a modification time that is
 * in the past now, and was in the future when they were written. No other file has such a time. A record that another
 * process replaces at the same moment may be removed too; it is requested again.
 */
export const removeExpired = async (directory: string, now: number): Promise<void> => {
  for (const name of await readdir(directory)) {
    if (!/\.(token|probe)\.json$/.test(name)) continue
    const path = join(directory, name)
    try {
      const entry = await lstat(path)
      if (entry.isFile() && entry.mtimeMs < now && isTemporary(entry)) await unlink(path)
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error
    }
  }
}

/** Returns whether a file has an expiry, which is its modification time. */
const isTemporary = ({ mtimeMs, ctimeMs }: Stats): boolean => mtimeMs > ctimeMs

/** The prefix of the names of temporary files. */
const temporaryPrefix = "tve-pass-"

/** Returns the file if there is one. Throws for a link, which the store did not create. */
const refuseForeign = async (path: string): Promise<Stats | undefined> => {
  try {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) throw new ForeignEntry("a link is in the place of a file")
    return entry
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined
    throw error
  }
}

const removeIfPresent = async (path: string): Promise<void> => {
  try {
    await unlink(path)
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error
  }
}

// Syncs the directory, without which a rename is not durable. Windows cannot open directories and does not need this.
const syncDirectory = async (path: string): Promise<void> => {
  try {
    const directory = await open(path, "r")
    try {
      await directory.sync()
    } finally {
      await directory.close()
    }
  } catch (error) {
    if (!hasCode(error, "EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP")) throw error
  }
}
