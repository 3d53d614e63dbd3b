import { link, readFile, readdir, stat, unlink, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createDirectory } from "./create-directory.ts"
import { hasCode } from "./file-error.ts"
import { hasEnded, thisProcess, type ProcessIdentity } from "./process-identity.ts"

/*
 * The lock protocol. One directory a lock; in it files named 1, 2, 3, ... : the generations of its owners.
 *
 * 1. The highest number is the state of the lock. Its content says who owns it, and never changes.
 * 2. To become owner, create the next number exclusively. Of all who try, the file system lets one succeed. There is no
 *    other way in, so taking over from a dead owner and following one who gave the lock back are the same step.
 * 3. The next number may be tried when the highest was given back, when its owner is known to have ended, or when its
 *    heartbeat has not changed for a whole lease.
 * 4. The heartbeat is the file's modification time, set to another value to renew the lease, and compared for being equal
 *    only. It is no time: clocks of different machines, and clocks that jump, do not matter. The epoch means "given back".
 * 5. Number N is deleted only after N+1 has existed for longer than `keptFor`. Somebody who looked at N-1, slept, and
 *    then creates N therefore either fails, because N is still there, or sees a higher number when looking again, which
 *    everybody does after creating one. Whoever sees a higher number than the own is not the owner.
 *
 * What cannot be excluded without help of the protected resource: an owner that was paused for longer than its lease,
 * robbed, and wakes up between its last look at the directory and its next write. Hence `Lease` is checked right before
 * each write.
 */

// Milliseconds.
const keptFor = 60_000

// Seconds; any value that no clock shows, so that the first renewal differs from the file's creation.
const firstHeartbeat = 1_000_000_000

/** What is known about the current owner. */
export interface Observation {
  /** 0 if the lock was never taken. */
  readonly generation: number
  /** Given back, or owned by a process that is known to have ended. */
  readonly free: boolean
  /** Changes as long as the owner renews its lease. */
  readonly heartbeat: string
}

/** Looks at the highest generation. */
export const observe = async (directory: string): Promise<Observation> => {
  for (;;) {
    const generation = await highest(directory)
    if (generation === 0) return { generation, free: true, heartbeat: "" }
    try {
      const path = join(directory, `${generation}`)
      const { mtimeNs } = await stat(path, { bigint: true })
      const free = mtimeNs === 0n || ownerHasEnded(await readFile(path, "utf8"))
      return { generation, free, heartbeat: `${generation}:${mtimeNs}` }
    } catch (error) {
      // Superseded and deleted since it was listed; look again.
      if (!hasCode(error, "ENOENT")) throw error
    }
  }
}

/** Tries to become the owner after the observed one. */
export const claim = async (directory: string, observed: Observation, nonce: string): Promise<number | undefined> => {
  const generation = observed.generation + 1
  if (!(await createExclusively(directory, generation, nonce))) return undefined
  if ((await highest(directory)) > generation) {
    await deleteIfPresent(join(directory, `${generation}`))
    return undefined
  }
  return generation
}

/** Renews the lease for the `count`th time; `false` if the lock was lost. */
export const renew = async (directory: string, generation: number, count: number): Promise<boolean> => {
  const heartbeat = firstHeartbeat + count
  try {
    await utimes(join(directory, `${generation}`), heartbeat, heartbeat)
    return (await highest(directory)) === generation
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false
    throw error
  }
}

/** Gives the lock back. */
export const giveBack = async (directory: string, generation: number): Promise<void> => {
  try {
    await utimes(join(directory, `${generation}`), 0, 0)
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error
  }
}

/** Deletes what rule 5 allows, and claims of processes that were killed. Ages are told by the file system's own clock. */
export const tidy = async (directory: string, own: number, kept = keptFor): Promise<void> => {
  const names = await readdir(directory)
  const now = await changedAt(join(directory, `${own}`))
  const isPast = async (name: string) => now - (await changedAt(join(directory, name))) > kept
  const superseded = generationsOf(names).filter((generation) => generation < own - 1)
  for (const generation of superseded.sort((one, other) => one - other)) {
    // The younger ones were superseded even later.
    if (!(await isPast(`${generation + 1}`))) break
    await deleteIfPresent(join(directory, `${generation}`))
  }
  for (const name of names) {
    if (name.startsWith(claimPrefix) && (await isPast(name))) await deleteIfPresent(join(directory, name))
  }
}

// NaN stands for a file that somebody else has deleted: no comparison with it holds, so that nothing is deleted for it.
const changedAt = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).ctimeMs
  } catch (error) {
    if (hasCode(error, "ENOENT")) return Number.NaN
    throw error
  }
}

const claimPrefix = "claim-"

const generationsOf = (names: ReadonlyArray<string>): Array<number> =>
  names.filter((name) => /^\d+$/.test(name)).map(Number)

const highest = async (directory: string): Promise<number> => {
  try {
    return Math.max(0, ...generationsOf(await readdir(directory)))
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0
    throw error
  }
}

const createExclusively = async (directory: string, generation: number, nonce: string): Promise<boolean> => {
  await createDirectory(directory)
  const path = join(directory, `${generation}`)
  const content = JSON.stringify({ ...thisProcess(), nonce })
  const prepared = join(directory, `${claimPrefix}${nonce}`)
  try {
    // A link, so that the file appears together with its content.
    await writeFile(prepared, content, { mode: 0o600 })
    await link(prepared, path).catch((error: unknown) => {
      if (hasCode(error, "EEXIST")) throw error
      // A file system without links. An owner that is killed before it has written is waited for, for one lease.
      return writeFile(path, content, { flag: "wx", mode: 0o600 })
    })
    return true
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false
    throw error
  } finally {
    await deleteIfPresent(prepared)
  }
}

const deleteIfPresent = async (path: string): Promise<void> => {
  try {
    await unlink(path)
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error
  }
}

const ownerHasEnded = (content: string): boolean => {
  const owner = parseOwner(content)
  return owner !== undefined && hasEnded(owner)
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
