import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { claim, giveBack, observe, renew, tidy } from "./generations.ts"
import { thisProcess } from "./process-identity.ts"

const root = await mkdtemp(join(tmpdir(), "tve-pass-generations-"))
afterAll(() => rm(root, { recursive: true }))

let count = 0
let directory = ""
beforeEach(() => {
  directory = join(root, `${++count}`)
})

const take = async (): Promise<number> =>
  (await claim(directory, await observe(directory), "nonce")) ?? expect.fail("the claim failed")

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

describe("a lock that was never taken", () => {
  it("is free, and its directory need not exist", async () => {
    expect(await observe(directory)).toEqual({ generation: 0, free: true, heartbeat: "" })
    expect(await take()).toBe(1)
  })

  it("goes to exactly one of many who claim it at once", async () => {
    const observed = await observe(directory)
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) => claim(directory, observed, `nonce-${index}`))
    )
    expect(claims.filter((generation) => generation !== undefined)).toEqual([1])
    expect(await readdir(directory)).toEqual(["1"])
  })
})

describe("a lock with a living owner", () => {
  it("is not free", async () => {
    await take()
    expect(await observe(directory)).toMatchObject({ generation: 1, free: false })
  })

  it("shows another heartbeat after each renewal, and the same one without", async () => {
    await take()
    const heartbeats = [(await observe(directory)).heartbeat, (await observe(directory)).heartbeat]
    expect(heartbeats[0]).toBe(heartbeats[1])
    for (const renewal of [1, 2, 3]) {
      expect(await renew(directory, 1, renewal)).toBe(true)
      heartbeats.push((await observe(directory)).heartbeat)
    }
    expect(new Set(heartbeats).size).toBe(4)
  })

  it("is free after it was given back, for the next generation", async () => {
    await take()
    await giveBack(directory, 1)
    expect(await observe(directory)).toMatchObject({ generation: 1, free: true })
    expect(await take()).toBe(2)
  })

  it("loses it to whoever takes over, and learns so", async () => {
    await take()
    expect(await claim(directory, await observe(directory), "robber")).toBe(2)
    expect(await renew(directory, 1, 1)).toBe(false)
    expect(await renew(directory, 2, 1)).toBe(true)
  })

  it("does not give back what its successor owns", async () => {
    await take()
    await claim(directory, await observe(directory), "robber")
    await giveBack(directory, 1)
    expect(await observe(directory)).toMatchObject({ generation: 2, free: false })
  })
})

describe("whoever looked, slept, and claims late", () => {
  it("fails because the generation was taken meanwhile", async () => {
    const early = await observe(directory)
    await take()
    expect(await claim(directory, early, "late")).toBeUndefined()
  })

  it("fails also when that generation has been deleted since", async () => {
    const early = await observe(directory)
    await take()
    await giveBack(directory, 1)
    await take()
    await rm(join(directory, "1"))
    expect(await claim(directory, early, "late")).toBeUndefined()
    expect(await observe(directory)).toMatchObject({ generation: 2, free: false })
    expect(await readdir(directory)).toEqual(["2"])
  })
})

describe("an owner that has ended", () => {
  it("is recognised by its process number", async () => {
    await leftBy(1, { ...thisProcess(), pid: await endedProcess() })
    expect(await observe(directory)).toMatchObject({ generation: 1, free: true })
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
      expect(await claim(directory, await observe(directory), "nonce")).toBe(2)
    }
  )
})

describe("tidy", () => {
  it("keeps the last two generations, and deletes older ones only after a minute", async () => {
    for (const generation of [1, 2, 3]) await leftBy(generation, thisProcess())
    await tidy(directory, 3)
    expect(await readdir(directory)).toEqual(["1", "2", "3"])
  })

  it("keeps no more than two after that", async () => {
    for (const generation of [1, 2, 3, 4]) await leftBy(generation, thisProcess())
    await writeFile(join(directory, "claim-killed"), "{}")
    await tidy(directory, 4, -1)
    expect(await readdir(directory)).toEqual(["3", "4"])
  })

  it("keeps the claims of processes that are at it", async () => {
    await take()
    await writeFile(join(directory, "claim-other"), "{}")
    await tidy(directory, 1)
    expect(await readdir(directory)).toEqual(["1", "claim-other"])
  })
})

it("has a heartbeat that is no time: any clock may have written the file", async () => {
  await take()
  await utimes(join(directory, "1"), 4_000_000_000, 4_000_000_000)
  expect(await observe(directory)).toMatchObject({ free: false })
  await renew(directory, 1, 1)
  expect((await stat(join(directory, "1"))).mtimeMs).toBe(1_000_000_001_000)
})
