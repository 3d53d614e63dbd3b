import { createSimulator, exampleSoftwareStatement } from "@tve-pass/testing"
import * as Effect from "effect/Effect"
import { TestClock } from "effect/testing"
import { lstat, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it, vi } from "vitest"
import { directoryStore } from "../../src/file/index.ts"
import { createDevicePool } from "../../src/promise/index.ts"

const made: Array<string> = []
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))))

/** A busy machine may take long. */
const patience = { timeout: 60_000 }

/** Longer than the lifetime of a token, in milliseconds. */
const day = 86_400_000

/** Lets each device call once, through a pool on an empty directory, and waits until everything is stored. */
const visitOnce = async (devices: number): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-idle-"))
  made.push(directory)
  const simulator = createSimulator({ throttle: false })
  const pool = createDevicePool({
    origin: simulator.origin,
    softwareStatement: exampleSoftwareStatement,
    fetch: simulator.fetch,
    storage: directoryStore(directory)
  })
  const visit = async (number: number): Promise<void> => {
    const device = pool.device({ device: { identifier: `device ${number}` }, forwardedFor: `203.0.113.${number}` })
    expect((await device.fetch("/api/v2/REF30/configuration")).status).toBe(200)
  }
  for (let first = 0; first < devices; first += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, number) => visit(first + number)))
  }
  // In the background, what worked is noted in the credentials.
  await vi.waitFor(async () => {
    const credentials = (await readdir(directory)).filter((name) => name.endsWith(".credentials.json"))
    const records = await Promise.all(credentials.map((name) => readFile(join(directory, name), "utf8")))
    expect(records.filter((record) => record.includes("REF30"))).toHaveLength(devices)
    expect(await readdir(join(directory, "locks"))).toStrictEqual([])
  }, patience)
  await pool.dispose()
  return directory
}

/** Everything in the directory but its two folders, which exist once. */
const contentsOf = async (directory: string) => {
  const names = await readdir(directory, { recursive: true })
  const folders = ["locks", "temporary"]
  const paths = names.filter((name) => !folders.includes(name)).map((name) => join(directory, name))
  const entries = await Promise.all(paths.map((path) => lstat(path)))
  return { inodes: entries.length, bytes: entries.reduce((sum, { blocks }) => sum + blocks * 512, 0) }
}

it.each([20, 100])("%i devices that do not come back keep one inode and 4 kB each", async (devices) => {
  const directory = await visitOnce(devices)
  expect((await contentsOf(directory)).inodes).toBe(2 * devices)
  // Expired tokens are removed when another one is stored.
  const store = directoryStore(directory)
  const laterVisit = Effect.andThen(
    TestClock.setTime(Date.now() + day),
    store.set("other.token", "{}", { usefulUntil: Date.now() + day })
  )
  await Effect.runPromise(Effect.provide(Effect.andThen(laterVisit, store.remove("other.token")), TestClock.layer()))
  await vi.waitFor(async () => {
    const { inodes, bytes } = await contentsOf(directory)
    expect(inodes).toBe(devices)
    expect(bytes).toBeLessThanOrEqual(4_096 * devices)
  }, patience)
})
