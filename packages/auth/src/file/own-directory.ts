import { lstat, mkdir, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { ForeignEntry, hasCode } from "./file-error.ts"

/**
 * Creates a directory and its parents for their owner's eyes only; leaves the permissions of existing ones alone.
 *
 * Not `mkdir` with `recursive`, which never ends where a parent says that it does not exist although it does, as
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
 * Creates a directory that belongs to the store, unless it exists. Files are written and deleted in it, so that a link,
 * and a directory of another user than this process or the owner of the parent, are refused.
 */
export const createOwnDirectory = async (path: string): Promise<void> => {
  if (await isOwnDirectory(path)) return
  await createDirectory(path)
  await isOwnDirectory(path)
}

/**
 * Whether a directory that belongs to the store exists.
 *
 * @throws ForeignEntry for a link, and for a directory of somebody else
 */
export const isOwnDirectory = async (path: string): Promise<boolean> => {
  try {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) throw new ForeignEntry("a link is in the place of a directory")
    if (!entry.isDirectory()) throw new ForeignEntry("a file is in the place of a directory")
    // Some network file systems show one owner for everything.
    if (entry.uid !== process.getuid?.() && entry.uid !== (await stat(dirname(path))).uid) {
      throw new ForeignEntry("a directory of another user is in its place")
    }
    return true
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false
    throw error
  }
}

/** Another process may have been faster. */
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
