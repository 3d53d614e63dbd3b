import { randomUUID } from "node:crypto"
import { open, readFile, readdir, rename, stat, unlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import { hasCode } from "./file-error.ts"

/** Reads a whole file; `undefined` if there is none. */
export const readIfPresent = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8")
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined
    throw error
  }
}

/**
 * Replaces a file as a whole, for its owner's eyes only: readers see the old or the new text, and so does whoever looks
 * after a crash of the process or the machine (rule 2).
 */
export const replaceFile = async (path: string, text: string, temporaryDirectory: string): Promise<void> => {
  const temporary = join(temporaryDirectory, randomUUID())
  try {
    const file = await open(temporary, "wx", 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await removeIfPresent(temporary)
    throw error
  }
  await syncDirectory(dirname(path))
}

/** Removes a file, durably; does nothing if there is none. */
export const removeFile = async (path: string): Promise<void> => {
  await removeIfPresent(path)
  await syncDirectory(dirname(path))
}

/** Removes what killed processes left behind: files that were written to before `deadline`, in epoch milliseconds. */
export const removeAbandoned = async (directory: string, deadline: number): Promise<void> => {
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    try {
      if ((await stat(path)).mtimeMs < deadline) await unlink(path)
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error
    }
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
