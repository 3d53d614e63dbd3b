import { mkdir, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { hasCode } from "./file-error.ts"

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
