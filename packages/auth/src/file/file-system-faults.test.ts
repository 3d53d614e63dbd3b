import { afterAll, beforeEach, describe, expect, it, vi } from "vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as FileSystem from "node:fs/promises"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Lease } from "../coordination/index.ts"
import type { RecordStore } from "../store/index.ts"

/** Which operation of the file system fails, counted from zero, and how. `crash`: so do all that follow. */
interface Fault {
  readonly at: number
  readonly code: string
  readonly crash: boolean
}

const disk = vi.hoisted(() => {
  const state: { operations: Array<string>; fault: unknown } = { operations: [], fault: undefined }
  return state
})

const fail = (name: string): void => {
  // Set by the tests below.
  const fault = disk.fault as Fault | undefined
  const position = disk.operations.push(name) - 1
  if (fault !== undefined && (fault.crash ? position >= fault.at : position === fault.at)) {
    throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code })
  }
}

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>()
  const watch = <Member extends object>(target: Member, prefix: string, names: ReadonlyArray<string>): Member =>
    new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name)
        if (typeof member !== "function" || typeof name !== "string" || !names.includes(name)) {
          return typeof member === "function" ? member.bind(object) : member
        }
        return async (...args: ReadonlyArray<unknown>) => {
          fail(prefix + name)
          const result: unknown = await Reflect.apply(member, object, args)
          return name === "open"
            ? watch(result as FileSystem.FileHandle, "file.", ["writeFile", "readFile", "sync", "stat"])
            : result
        }
      }
    })
  const functions = [
    "open",
    "rename",
    "unlink",
    "mkdir",
    "rmdir",
    "lstat",
    "stat",
    "readdir",
    "writeFile",
    "link",
    "utimes"
  ]
  return {
    ...watch(original, "", functions),
    ...Object.fromEntries(functions.map((name) => [name, Reflect.get(watch(original, "", functions), name)]))
  }
})

const { directoryStore } = await import("./index.ts")
const { claim, observe } = await import("./generations.ts")

let directory = ""
const made: Array<string> = []
beforeEach(() => {
  disk.fault = undefined
  directory = mkdtempSync(join(tmpdir(), "tve-pass-faults-"))
  made.push(directory)
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

// A release that fails is made up for by the end of the lease.
const openStore = () => directoryStore(directory, { lease: 50 })

const run = <Value>(effect: Effect.Effect<Value, unknown>) => Effect.runPromise(effect)
const record = () => readFileSync(join(directory, "key.json"), "utf8")

const inLock = ({ lock }: RecordStore, effect: Effect.Effect<void, unknown>) =>
  (lock ?? expect.unreachable("it has no lock")).withLock("key")(effect)

/** What the auth layer does with its store: under the lock, a read and a write. */
const turn = (store: RecordStore, text: string) =>
  inLock(store, Effect.andThen(store.get("key"), store.set("key", text)))

/** The operations of one turn on a store that has been used before. */
const operationsOfATurn = async (): Promise<ReadonlyArray<string>> => {
  const store = openStore()
  await run(turn(store, "old"))
  disk.operations = []
  await run(turn(store, "new"))
  return disk.operations
}

it("a record is on the disk before it takes the place of the old one (rule 2, store first)", async () => {
  const store = openStore()
  await run(store.set("key", "old"))
  disk.operations = []
  await run(store.set("key", "new"))
  expect(disk.operations).toEqual(["lstat", "open", "file.writeFile", "file.sync", "rename", "open", "file.sync"])
})

it("a record that is of use for a time is complete after a power failure, but need not be the latest or be gone", async () => {
  disk.operations = []
  const store = openStore()
  const set = store.set("key", "text", { usefulUntil: Date.now() + 3_600_000 })
  await run(set)
  // What is left of earlier writes, and expired records, are looked for once.
  await vi.waitFor(() => expect(disk.operations.filter((name) => name === "readdir")).toHaveLength(2))
  disk.operations = []
  await run(set)
  expect(disk.operations).toEqual(["lstat", "open", "file.writeFile", "file.sync", "rename"])
  disk.operations = []
  await run(store.remove("key"))
  expect(disk.operations).toEqual(["lstat", "unlink"])
  await run(store.set("key", "text"))
  disk.operations = []
  await run(store.remove("key"))
  expect(disk.operations).toEqual(["lstat", "unlink", "open", "file.sync"])
})

it("a lock without other owners takes 6 operations, 2 to check it before a write, and 6 to release it", async () => {
  const store = openStore()
  await run(turn(store, "old"))
  disk.operations = []
  await run(inLock(store, Effect.flatten(Lease)))
  expect(disk.operations.slice(0, 6)).toEqual(["lstat", "lstat", "mkdir", "writeFile", "rename", "readdir"])
  expect(disk.operations.slice(6, 8)).toEqual(["utimes", "readdir"])
  expect(disk.operations.slice(8)).toEqual(["readdir", "rename", "lstat", "readdir", "unlink", "rmdir"])
})

it("who owns a lock is read once: waiting for it takes 3 operations a look", async () => {
  const path = join(directory, "locks", "key")
  await claim(path, await observe(path), "nonce", Date.now())
  disk.operations = []
  const first = await observe(path)
  expect(disk.operations).toEqual(["lstat", "readdir", "stat", "open", "file.stat", "file.readFile"])
  disk.operations = []
  expect(await observe(path, first)).toEqual(first)
  expect(disk.operations).toEqual(["lstat", "readdir", "stat"])
})

describe("each operation of the file system that fails", () => {
  it.each(["EIO", "ENOSPC", "EROFS", "EACCES"])(
    "%s: a typed error or success, the old or the new record, nothing left, and a working next call",
    async (code) => {
      const count = (await operationsOfATurn()).length
      expect(count).toBeGreaterThan(15)
      for (let at = 0; at < count; at++) {
        const store = openStore()
        await run(turn(store, "old"))
        disk.operations = []
        disk.fault = { at, code, crash: false } satisfies Fault
        const exit = await Effect.runPromiseExit(turn(store, "new"))
        disk.fault = undefined
        expect(Exit.isSuccess(exit) ? "success" : String(exit.cause), `operation ${at}`).toMatch(
          /success|StoreUnavailable|Failed to (open|read|write|remove)/
        )
        expect(["old", "new"], `operation ${at}`).toContain(record())
        await run(turn(store, "next"))
        expect(record()).toBe("next")
      }
    }
  )

  it("power loss: after each operation the old or the new record is there, and a new process goes on", async () => {
    const count = (await operationsOfATurn()).length
    for (let at = 0; at < count; at++) {
      await run(openStore().set("key", "old"))
      const store = openStore()
      disk.operations = []
      disk.fault = { at, code: "EIO", crash: true } satisfies Fault
      await Effect.runPromiseExit(turn(store, "new"))
      disk.fault = undefined
      expect(["old", "new"], `operation ${at}`).toContain(record())
      await run(openStore().set("key", "next"))
      expect(record()).toBe("next")
      // What a process that ended was doing is recognised by its number; here the process lives on.
      rmSync(join(directory, "locks"), { recursive: true, force: true })
    }
    expect(readdirSync(directory).sort()).toEqual(["key.json", "temporary"])
  })

  it("a full or read-only disk does not matter to reads: they take no lock and write nothing", async () => {
    await run(openStore().set("key", "text"))
    disk.operations = []
    expect(await run(openStore().get("key"))).toBe("text")
    expect(disk.operations).toEqual(["open", "file.stat", "file.readFile"])
  })
})
