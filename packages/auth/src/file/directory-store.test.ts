import { afterAll, describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryStore } from "./index.ts"

const made: Array<string> = []
const emptyDirectory = Effect.promise(async () => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-store-"))
  made.push(directory)
  return directory
})
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true }))))

const permissions = (path: string) => Effect.promise(async () => ((await stat(path)).mode & 0o777).toString(8))
const writing = (path: string, text: string) => Effect.promise(() => writeFile(path, text))

describe("directoryStore", () => {
  it.effect("creates its directory when first used, for its owner's eyes only", () =>
    Effect.gen(function* () {
      const directory = join(yield* emptyDirectory, "state", "adobe-pass")
      const store = directoryStore(directory)
      expect(yield* store.get("key")).toBeUndefined()
      yield* store.set("key", "text")
      expect(yield* permissions(directory)).toBe("700")
      expect(yield* permissions(join(directory, "key.json"))).toBe("600")
    })
  )

  it.effect("finds the records of an earlier process", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* directoryStore(directory).set("key", "text")
      expect(yield* directoryStore(directory).get("key")).toBe("text")
    })
  )

  it.effect("keeps a record's file private when it is replaced", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* writing(join(directory, "key.json"), "readable by all")
      yield* directoryStore(directory).set("key", "text")
      expect(yield* permissions(join(directory, "key.json"))).toBe("600")
    })
  )

  it.effect("leaves nothing behind but the records", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const store = directoryStore(directory)
      yield* store.set("key", "text")
      yield* store.set("key", "other text")
      yield* store.set("removed", "text")
      yield* store.remove("removed")
      expect(yield* Effect.promise(() => readdir(directory))).toEqual(["key.json", "temporary"])
      expect(yield* Effect.promise(() => readdir(join(directory, "temporary")))).toEqual([])
    })
  )

  it.effect("keeps keys apart that a file system may not", () =>
    Effect.gen(function* () {
      const store = directoryStore(yield* emptyDirectory)
      const keys = ["key", "Key", "..", "../key", "a/b", "a%2fb", "ĝ", "", "🎬"]
      yield* Effect.forEach(keys, (key) => store.set(key, `text of ${key}`))
      const found = yield* Effect.forEach(keys, (key) => store.get(key))
      expect(found).toEqual(keys.map((key) => `text of ${key}`))
    })
  )

  it.effect("leaves files of others alone", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* writing(join(directory, "notes.txt"), "mine")
      yield* directoryStore(directory).set("key", "text")
      expect(yield* Effect.promise(() => readFile(join(directory, "notes.txt"), "utf8"))).toBe("mine")
    })
  )

  it.live("removes what a killed process was writing, but nothing that is being written", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const temporary = join(directory, "temporary")
      yield* Effect.promise(() => mkdir(temporary))
      yield* writing(join(temporary, "abandoned"), '{"form')
      yield* Effect.promise(() => utimes(join(temporary, "abandoned"), 1, 1))
      yield* writing(join(temporary, "in-flight"), '{"form')
      yield* directoryStore(directory).set("key", "text")
      expect(yield* Effect.promise(() => readdir(temporary))).toEqual(["in-flight"])
    })
  )
})

describe("a directory that cannot be used", () => {
  it.effect("is a file: StoreCorrupted says what to do, and the file stays", () =>
    Effect.gen(function* () {
      const path = join(yield* emptyDirectory, "file")
      yield* writing(path, "garbage")
      const store = directoryStore(path)
      for (const use of [store.get("key"), store.set("key", "text"), store.lock?.withLock("key")(Effect.void)]) {
        const error = yield* Effect.flip(use ?? Effect.void)
        expect(error).toMatchObject({ code: "store-corrupted", retry: { _tag: "AfterUserAction" } })
        expect(error).toHaveProperty("message", expect.stringContaining("Move it away, or pass another directory."))
      }
      expect(yield* Effect.promise(() => readFile(path, "utf8"))).toBe("garbage")
    })
  )

  it.effect("has a directory where a record belongs: StoreCorrupted names it", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* Effect.promise(() => mkdir(join(directory, "key.json")))
      const store = directoryStore(directory)
      for (const use of [store.get("key"), store.set("key", "text")]) {
        expect((yield* Effect.flip(use)).reason).toMatchObject({
          _tag: "StoreCorrupted",
          location: join(directory, "key.json"),
          problem: "a directory is in the place of a file"
        })
      }
      expect(yield* Effect.promise(() => readdir(join(directory, "temporary")))).toEqual([])
    })
  )

  it.effect("cannot be created: StoreUnavailable says what to do", () =>
    Effect.gen(function* () {
      // Nobody may create files there, not even root.
      const error = yield* Effect.flip(directoryStore("/proc/tve-pass").set("key", "text"))
      expect(error.reason).toMatchObject({ _tag: "StoreUnavailable", operation: "open", location: "/proc/tve-pass" })
      expect(error.message).toContain("Pass a directory that this process may read and write.")
    })
  )
})
