import { randomUUID } from "node:crypto"
import type { Stats } from "node:fs"
import { constants, lstat, open, readdir, rename, unlink, type FileHandle } from "node:fs/promises"
import { dirname, join } from "node:path"
import { ForeignEntry, hasCode } from "./file-error.ts"
import { createOwnDirectory } from "./own-directory.ts"

/** In bytes. Records are a few kilobytes; a larger file was not written by this package. */
const largestRecord = 1_048_576

// A link is not followed, and a named pipe does not wait for a writer. Windows has neither.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a whole file; `undefined` if there is none.
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
 * Replaces a file as a whole, for its owner's eyes only: readers see the old or the new string, and so does a reader after
 * a crash of the process or the machine (rule 2, store first). The temporary directory is created again if it vanished.
 *
 * @param usefulUntil epoch milliseconds after which {@link removeExpired} may remove the file. Such a file may be the old
 *   one again after a crash of the machine, which saves writing the directory to the disk
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
    // Its failure must not hide the first one.
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

/** Removes a file, durably unless it has a time until which it is useful; does nothing if there is none. */
export const removeFile = async (path: string): Promise<void> => {
  const entry = await refuseForeign(path)
  if (entry === undefined) return
  await removeIfPresent(path)
  if (!isTemporary(entry)) await syncDirectory(dirname(path))
}

/**
 * Removes what killed processes left behind: entries with this prefix that were last changed before `deadline`, in epoch
 * milliseconds. Others are not touched.
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
 * Removes records that are of no use since before `now`, in epoch milliseconds: tokens and probes whose time of
 * modification has passed, and was in the future when they were written. No other file has that. A record that another
 * process replaces at this very moment may be removed as well; it is obtained again.
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

/** Whether a file was written with a time until which it is useful, which is its time of modification. */
const isTemporary = ({ mtimeMs, ctimeMs }: Stats): boolean => mtimeMs > ctimeMs

/** Of the names of files that are being written. */
const temporaryPrefix = "tve-pass-"

/** The file, if there is one; a link in its place is somebody else's and stays. */
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

// A rename is durable only once its directory is. Windows cannot open directories, and does not need to.
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
