import { lstat, mkdir, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { ForeignEntry, hasCode } from "./file-error.ts"

/**
 * Creates a directory and its parents with access for their owner only. Does not change existing directories.
 *
 * Does not use `mkdir` with `recursive`, which never ends if an existing parent reports that it does not exist, as
 * `/proc` does.
 */
export const createDirectory = async (path: string): Promise<void> => {
  if (await isDirectory(path)) return
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (hasCode(error, "ENOENT") && dirname(path) !== path) {
      await createDirectory(dirname(path))
      await mkdir(path, { mode: 0o700 }).catch(unlessCreated(path))
    } else {
      await unlessCreated(path)(error)
    }
  }
}

/**
 * Creates a directory of the store, unless it exists. Because the store writes and deletes files in it, refuses a link,
 * and a directory whose owner is neither the user of this process nor the owner of the parent directory.
 */
export const createOwnDirectory = async (path: string): Promise<void> => {
  if (await isOwnDirectory(path)) return
  await createDirectory(path)
  await isOwnDirectory(path)
}

/**
 * Returns whether a directory of the store exists.
 *
 * @throws ForeignEntry for a link, and for a directory of another user
 */
export const isOwnDirectory = async (path: string): Promise<boolean> => {
  try {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) throw new ForeignEntry("a link is in the place of a directory")
    if (!entry.isDirectory()) throw new ForeignEntry("a file is in the place of a directory")
    // Some network file systems report one owner for all entries.
    if (entry.uid !== process.getuid?.() && entry.uid !== (await stat(dirname(path))).uid) {
      throw new ForeignEntry("a directory of another user is in its place")
    }
    return true
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false
    throw error
  }
}

/** Ignores the error if another process has created the entry meanwhile. */
const unlessCreated = (path: string) => async (error: unknown) => {
  if (!(hasCode(error, "EEXIST") && (await isDirectory(path)))) throw error
}

const isDirectory = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false
    throw error
  }
}
