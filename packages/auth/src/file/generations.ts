import { link, mkdir, readdir, rename, rmdir, stat, unlink, utimes, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { hasCode } from "./file-error.ts"
import { createOwnDirectory, isOwnDirectory } from "./own-directory.ts"
import { hasEnded, thisProcess, type ProcessIdentity } from "./process-identity.ts"
import { readIfPresent } from "./record-files.ts"

/*
 * The lock protocol. A held lock has a directory, whose files have numbers as names: the generations of its owners. A free
 * lock has no directory, so that unused keys take no space.
 *
 * 1. The highest number is the state of the lock. The content of its file identifies the owner, and never changes.
 * 2. Without a directory, a process becomes the owner by renaming a prepared directory with one generation to this path. The
 *    file system lets only one process succeed. That generation is the time in milliseconds, so that later directories have
 *    higher numbers.
 * 3. With a directory, a process becomes the owner by creating the next number exclusively. It may try that if the owner of
 *    the highest number is known to have ended, or if its heartbeat has not changed for a whole lease.
 * 4. The heartbeat is the modification time of the file. The owner sets another value to renew the lease, and other processes
 *    compare it only for equality. It is not used as a time: clocks that differ or jump have no effect.
 * 5. The owner releases the lock by renaming the directory and deleting it. No other process removes a directory.
 * 6. Each process reads the directory again after it has created a generation. The number of the owner is the highest. A
 *    process that was paused while the owner changed, and then creates its number, finds a higher one, or no directory.
 *
 * One case cannot be excluded without the protected resource: an owner was paused for longer than its lease, lost the lock,
 * and continues between its last check of the directory and its next write. Therefore `Lease` is checked immediately before
 * each write.
 */

// Seconds; any value that no clock shows, so that the first renewal differs from the file's creation.
const firstHeartbeat = 1_000_000_000

/** The observed state of the lock. */
export interface Observation {
  /** The highest generation; 0 if the lock is free. */
  readonly generation: number
  /** Whether the lock is free, or its owner is known to have ended. */
  readonly free: boolean
  /** Changes with each renewal by the owner. */
  readonly heartbeat: string
  /** The owner, if its file says who it is. */
  readonly owner?: ProcessIdentity | undefined
}

/**
 * Reads the highest generation. The file of an owner that `last` contains is not read again, unless its process has
 * ended.
 */
export const observe = async (directory: string, last?: Observation): Promise<Observation> => {
  for (;;) {
    const generation = await highest(directory)
    if (generation === 0) return { generation, free: true, heartbeat: "" }
    try {
      const path = join(directory, `${generation}`)
      const { mtimeNs } = await stat(path, { bigint: true })
      const heartbeat = `${generation}:${mtimeNs}`
      const known = last?.generation === generation ? last.owner : undefined
      if (known !== undefined && !hasEnded(known)) return { generation, free: false, heartbeat, owner: known }
      const content = await readIfPresent(path)
      if (content === undefined) continue
      const owner = parseOwner(content)
      return { generation, free: owner !== undefined && hasEnded(owner), heartbeat, owner }
    } catch (error) {
      // The lock was released after it was listed, so it is read again.
      if (!hasCode(error, "ENOENT")) throw error
    }
  }
}

/** Tries to become the owner after the observed one. `now` is the time in epoch milliseconds. */
export const claim = async (
  directory: string,
  observed: Observation,
  nonce: string,
  now: number
): Promise<number | undefined> => {
  const isFirst = observed.generation === 0
  // 0 means a free lock.
  const generation = isFirst ? Math.max(1, now) : observed.generation + 1
  const succeeded = await (isFirst ? createDirectoryWith : createNext)(directory, generation, nonce)
  if (!succeeded) return undefined
  if ((await latest(directory)) === generation) return generation
  await deleteIfPresent(join(directory, `${generation}`))
  return undefined
}

/** Renews the lease for the `count`th time. Resolves to `false` if the lock was lost. */
export const renew = async (directory: string, generation: number, count: number): Promise<boolean> => {
  const heartbeat = firstHeartbeat + count
  try {
    await utimes(join(directory, `${generation}`), heartbeat, heartbeat)
    return (await latest(directory)) === generation
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false
    throw error
  }
}

/** Releases the lock. Does nothing if it was lost. */
export const release = async (directory: string, generation: number, nonce: string): Promise<void> => {
  if ((await latest(directory)) !== generation) return
  const moved = join(dirname(directory), `${movedPrefix}${nonce}`)
  try {
    await rename(directory, moved)
  } catch (error) {
    if (hasCode(error, "ENOENT")) return
    throw error
  }
  // Files are deleted in it, so that it must not be a link.
  const generations = (await isOwnDirectory(moved)) ? await generationsIn(moved) : []
  if (Math.max(0, ...generations) === generation) {
    await deleteGenerations(moved, generations)
  } else {
    // This process was paused, and the lock changed hands, between the look and the rename. If there is yet another owner,
    // the one whose directory this is finds out before it writes.
    await rename(moved, directory).catch(() => deleteGenerations(moved))
  }
}

/**
 * Deletes the entries that killed processes left in the directory of all locks while they claimed or released a lock,
 * if they were last changed before `deadline`, in epoch milliseconds.
 */
export const removeAbandonedClaims = async (locks: string, deadline: number): Promise<void> => {
  if (!(await isOwnDirectory(locks))) return
  for (const name of await readdir(locks)) {
    if (!name.startsWith(claimPrefix) && !name.startsWith(movedPrefix)) continue
    const path = join(locks, name)
    try {
      const entry = await stat(path)
      if (entry.mtimeMs >= deadline) continue
      if (entry.isFile()) await unlink(path)
      else if (await isOwnDirectory(path)) await deleteGenerations(path)
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error
    }
  }
}

const claimPrefix = "claim-"
const movedPrefix = "released-"

const generationsIn = async (directory: string): Promise<ReadonlyArray<number>> =>
  (await readdir(directory)).filter((name) => /^\d+$/.test(name)).map(Number)

/** Reads the highest generation of a directory, which may be a link or belong to another user. */
const highest = async (directory: string): Promise<number> =>
  (await isOwnDirectory(directory)) ? latest(directory) : 0

/** The highest generation of a directory that was checked, or made by this process. */
const latest = async (directory: string): Promise<number> => {
  try {
    return Math.max(0, ...(await generationsIn(directory)))
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0
    throw error
  }
}

const deleteGenerations = async (directory: string, known?: ReadonlyArray<number>): Promise<void> => {
  const generations = known ?? (await generationsIn(directory))
  for (const generation of generations) await deleteIfPresent(join(directory, `${generation}`))
  // Other entries do not belong to the store.
  await rmdir(directory).catch((error: unknown) => {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error
  })
}

const createDirectoryWith = async (directory: string, generation: number, nonce: string): Promise<boolean> => {
  const locks = dirname(directory)
  await createOwnDirectory(locks)
  const prepared = join(locks, `${claimPrefix}${nonce}`)
  try {
    await mkdir(prepared, { mode: 0o700 })
    await writeFile(join(prepared, `${generation}`), contentOf(nonce), { mode: 0o600 })
    await rename(prepared, directory)
    return true
  } catch (error) {
    await deleteGenerations(prepared).catch(() => {})
    // Windows reports EPERM if another directory has this path.
    if (hasCode(error, "ENOTEMPTY", "EEXIST") || (hasCode(error, "EPERM") && (await highest(directory)) > 0))
      return false
    throw error
  }
}

const createNext = async (directory: string, generation: number, nonce: string): Promise<boolean> => {
  const path = join(directory, `${generation}`)
  const prepared = join(dirname(directory), `${claimPrefix}${nonce}`)
  try {
    // A hard link, so that the file appears with its content.
    await writeFile(prepared, contentOf(nonce), { mode: 0o600 })
    await link(prepared, path).catch((error: unknown) => {
      if (hasCode(error, "EEXIST", "ENOENT")) throw error
      // The file system has no hard links. If an owner is killed before it has written, other processes wait for one
      // lease.
      return writeFile(path, contentOf(nonce), { flag: "wx", mode: 0o600 })
    })
    return true
  } catch (error) {
    // Another process was faster, or the lock was released.
    if (hasCode(error, "EEXIST", "ENOENT")) return false
    throw error
  } finally {
    await deleteIfPresent(prepared)
  }
}

const contentOf = (nonce: string): string => JSON.stringify({ ...thisProcess(), nonce })

const deleteIfPresent = async (path: string): Promise<void> => {
  try {
    await unlink(path)
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error
  }
}

const parseOwner = (content: string): ProcessIdentity | undefined => {
  try {
    const { host, pid, startedAt }: Partial<ProcessIdentity> = Object.assign({}, JSON.parse(content))
    return typeof host === "string" && Number.isSafeInteger(pid) && typeof startedAt === "string" && pid !== undefined
      ? { host, pid, startedAt }
      : undefined
  } catch {
    return undefined
  }
}
