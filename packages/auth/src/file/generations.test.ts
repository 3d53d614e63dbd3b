import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { claim, observe, release, removeAbandonedClaims, renew } from "./generations.ts"
import { thisProcess } from "./process-identity.ts"

const made: Array<string> = []
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))))

/** The directory of all locks, and that of one. */
let root = ""
let directory = ""
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tve-pass-generations-"))
  made.push(root)
  directory = join(root, "key")
})

const now = 1_752_148_106_221

const take = async (at = now): Promise<number> =>
  (await claim(directory, await observe(directory), "nonce", at)) ?? expect.fail("the claim failed")

/** Writes a generation as a process of the given identity would have left it. */
const leftBy = async (generation: number, owner: object | string): Promise<void> => {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, `${generation}`), typeof owner === "string" ? owner : JSON.stringify(owner))
}

/** The number of a process that has ended and was waited for. */
const endedProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" })
  const pid = child.pid ?? expect.fail("the process did not start")
  await once(child, "exit")
  return pid
}

describe("a lock that is not held", () => {
  it("is free, and has no directory", async () => {
    expect(await observe(directory)).toEqual({ generation: 0, free: true, heartbeat: "" })
    expect(await take()).toBe(now)
    expect(await readdir(directory)).toEqual([`${now}`])
  })

  it("goes to exactly one of many who claim it at once", async () => {
    const observed = await observe(directory)
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) => claim(directory, observed, `nonce-${index}`, now + index))
    )
    expect(claims.filter((generation) => generation !== undefined)).toHaveLength(1)
    expect(await readdir(directory)).toHaveLength(1)
    expect(await readdir(root)).toEqual(["key"])
  })

  it("leaves nothing behind: 1,000 turns cost as much as one, and idle keys cost nothing", async () => {
    for (let turn = 0; turn < 1_000; turn++) {
      await take(now + turn)
      expect(await readdir(directory)).toHaveLength(1)
      await release(directory, now + turn, "nonce")
    }
    expect(await readdir(root)).toEqual([])
  })
})

describe("a lock with a living owner", () => {
  it("is not free", async () => {
    await take()
    expect(await observe(directory)).toMatchObject({ generation: now, free: false })
  })

  it("shows another heartbeat after each renewal, and the same one without", async () => {
    await take()
    const heartbeats = [(await observe(directory)).heartbeat, (await observe(directory)).heartbeat]
    expect(heartbeats[0]).toBe(heartbeats[1])
    for (const renewal of [1, 2, 3]) {
      expect(await renew(directory, now, renewal)).toBe(true)
      heartbeats.push((await observe(directory)).heartbeat)
    }
    expect(new Set(heartbeats).size).toBe(4)
  })

  it("loses it to the process that takes over, and learns so", async () => {
    await take()
    expect(await claim(directory, await observe(directory), "successor", now)).toBe(now + 1)
    expect(await renew(directory, now, 1)).toBe(false)
    expect(await renew(directory, now + 1, 1)).toBe(true)
  })

  it("does not release what its successor owns", async () => {
    await take()
    await claim(directory, await observe(directory), "successor", now)
    await release(directory, now, "nonce")
    expect(await observe(directory)).toMatchObject({ generation: now + 1, free: false })
  })

  it("loses it when an operator removes the directory of all locks, and the next claim creates it again", async () => {
    await take()
    await rm(root, { recursive: true })
    expect(await renew(directory, now, 1)).toBe(false)
    await release(directory, now, "nonce")
    expect(await take(now + 5)).toBe(now + 5)
  })
})

describe("a process that looked, slept, and claims late", () => {
  it("fails because another process was faster", async () => {
    const early = await observe(directory)
    await take()
    expect(await claim(directory, early, "late", now + 9)).toBeUndefined()
    expect(await readdir(root)).toEqual(["key"])
  })

  it("fails when the lock has been released since", async () => {
    await leftBy(7, { ...thisProcess(), startedAt: "1" })
    const early = await observe(directory)
    await claim(directory, early, "faster", now)
    await release(directory, 8, "nonce")
    expect(await claim(directory, early, "late", now)).toBeUndefined()
    expect(await readdir(root)).toEqual([])
  })

  it("fails when the lock has been released and taken again since", async () => {
    await leftBy(7, { ...thisProcess(), startedAt: "1" })
    const early = await observe(directory)
    await claim(directory, early, "faster", now)
    await release(directory, 8, "nonce")
    await take()
    expect(await claim(directory, early, "late", now)).toBeUndefined()
    expect(await observe(directory)).toMatchObject({ generation: now, free: false })
    expect(await readdir(directory)).toEqual([`${now}`])
  })
})

describe("an owner that has ended", () => {
  it("is recognised by its process number", async () => {
    await leftBy(1, { ...thisProcess(), pid: await endedProcess() })
    expect(await observe(directory)).toMatchObject({ generation: 1, free: true })
  })

  it("is recognised by a process that has seen it run", async () => {
    const seen = { ...thisProcess(), pid: await endedProcess() }
    await leftBy(1, seen)
    expect(await observe(directory, { generation: 1, free: false, heartbeat: "", owner: seen })).toMatchObject({
      generation: 1,
      free: true
    })
  })

  it("is recognised after a process that had seen an earlier owner", async () => {
    await leftBy(2, { ...thisProcess(), pid: await endedProcess() })
    expect(await observe(directory, { generation: 1, free: false, heartbeat: "", owner: thisProcess() })).toMatchObject(
      {
        generation: 2,
        free: true
      }
    )
  })

  it("is recognised when its number now belongs to another process", async () => {
    await leftBy(1, { ...thisProcess(), startedAt: "1" })
    expect(await observe(directory)).toMatchObject({ free: true })
  })

  it("is not presumed on another host, or in another container", async () => {
    await leftBy(1, { ...thisProcess(), host: "elsewhere", pid: await endedProcess() })
    expect(await observe(directory)).toMatchObject({ free: false })
  })

  it.each(["", '{"host":', "null", "42", "[]", '{"host":"h","pid":"x","startedAt":""}', "garbage"])(
    "is not presumed where the owner is unknown: %j",
    async (content) => {
      await leftBy(1, content)
      expect(await observe(directory)).toMatchObject({ generation: 1, free: false })
      expect(await claim(directory, await observe(directory), "nonce", now)).toBe(2)
    }
  )
})

describe("what killed processes leave behind", () => {
  it("is deleted after the deadline, if it has the names of claims", async () => {
    await mkdir(join(root, "claim-killed"), { recursive: true })
    await writeFile(join(root, "claim-killed", "7"), "{}")
    await writeFile(join(root, "claim-other"), "{}")
    await mkdir(join(root, "released-killed"))
    await writeFile(join(root, "released-killed", "notes.txt"), "mine")
    await writeFile(join(root, "notes.txt"), "mine")
    await removeAbandonedClaims(root, 0)
    expect(await readdir(root)).toEqual(["claim-killed", "claim-other", "notes.txt", "released-killed"])
    await removeAbandonedClaims(root, Number.POSITIVE_INFINITY)
    expect(await readdir(root)).toEqual(["notes.txt", "released-killed"])
    expect(await readFile(join(root, "released-killed", "notes.txt"), "utf8")).toBe("mine")
  })

  it("is not looked for behind a link", async () => {
    await mkdir(join(root, "foreign"), { recursive: true })
    await writeFile(join(root, "foreign", "claim-7"), "mine")
    await symlink(join(root, "foreign"), join(root, "locks"))
    await expect(removeAbandonedClaims(join(root, "locks"), Number.POSITIVE_INFINITY)).rejects.toThrow("a link")
    expect(await readdir(join(root, "foreign"))).toEqual(["claim-7"])
  })
})

it("has a heartbeat that is no time: clocks that differ may have written the file", async () => {
  await take()
  await utimes(join(directory, `${now}`), 4_000_000_000, 4_000_000_000)
  expect(await observe(directory)).toMatchObject({ free: false })
  await renew(directory, now, 1)
  expect((await stat(join(directory, `${now}`))).mtimeMs).toBe(1_000_000_001_000)
})
