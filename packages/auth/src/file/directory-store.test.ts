import { afterAll, describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Lease } from "../coordination/index.ts"
import { directoryStore } from "./index.ts"

const made: Array<string> = []
const emptyDirectory = Effect.promise(async () => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-store-"))
  made.push(directory)
  return directory
})
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))))

const permissions = (path: string) => Effect.promise(async () => ((await stat(path)).mode & 0o777).toString(8))
const writing = (path: string, text: string) => Effect.promise(() => writeFile(path, text))

/** Seconds of the clock, so many minutes ago. */
const ago = (minutes: number) => Date.now() / 1000 - minutes * 60

/** A store over a directory in which a link leads to the folder of somebody else. */
const linked = (place: string) =>
  Effect.gen(function* () {
    const directory = yield* emptyDirectory
    const foreign = join(directory, "foreign")
    yield* Effect.promise(() => mkdir(foreign))
    yield* writing(join(foreign, "tve-pass-old"), "mine")
    yield* Effect.promise(() => utimes(join(foreign, "tve-pass-old"), 1, 1))
    yield* Effect.promise(() => symlink(foreign, join(directory, place)))
    return { store: directoryStore(directory), foreign: Effect.promise(() => readdir(foreign)) }
  })

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
      const files: ReadonlyArray<readonly [name: string, minutes: number]> = [
        ["tve-pass-abandoned", 61],
        ["tve-pass-in-flight", 59],
        ["notes-of-somebody", 61],
        ["tve-pass-directory-of-somebody", 61]
      ]
      for (const [name, minutes] of files) {
        if (name.includes("directory")) yield* Effect.promise(() => mkdir(join(temporary, name)))
        else yield* writing(join(temporary, name), '{"form')
        yield* Effect.promise(() => utimes(join(temporary, name), ago(minutes), ago(minutes)))
      }
      yield* directoryStore(directory).set("key", "text")
      expect(yield* Effect.promise(() => readdir(temporary))).toEqual([
        "notes-of-somebody",
        "tve-pass-directory-of-somebody",
        "tve-pass-in-flight"
      ])
    })
  )
})

describe("directories that operators remove while the application runs", () => {
  it.effect("are created again: all, the temporary directory, and the locks", () =>
    Effect.gen(function* () {
      for (const removed of ["", "temporary", "locks"]) {
        const directory = yield* emptyDirectory
        const store = directoryStore(directory)
        const inLock = store.lock?.withLock("key") ?? expect.unreachable("it has no lock")
        yield* inLock(store.set("key", "text"))
        yield* Effect.promise(() => rm(join(directory, removed), { recursive: true, force: true }))
        yield* inLock(store.set("key", "other text"))
        expect(yield* store.get("key")).toBe("other text")
        yield* Effect.promise(() => rm(directory, { recursive: true }))
        yield* store.remove("key")
        expect(yield* store.get("key")).toBeUndefined()
      }
    })
  )

  it.live("cost a LockTimeout if the lock was held, and the next call works", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const store = directoryStore(directory)
      const inLock = store.lock?.withLock("key") ?? expect.unreachable("it has no lock")
      const removal = Effect.promise(() => rm(join(directory, "locks"), { recursive: true }))
      const write = Effect.andThen(
        removal,
        Effect.flatMap(Lease, (check) => check)
      )
      expect((yield* Effect.flip(inLock(write))).reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
      expect(yield* inLock(Effect.succeed("in"))).toBe("in")
    })
  )
})

describe("links and entries of others", () => {
  it.live(
    "a link in the place of the temporary directory is refused, and nothing is written or deleted behind it",
    () =>
      Effect.gen(function* () {
        const { store, foreign } = yield* linked("temporary")
        expect((yield* Effect.flip(store.set("key", "secret"))).reason).toMatchObject({
          _tag: "StoreCorrupted",
          problem: "a link is in the place of a directory"
        })
        expect(yield* foreign).toEqual(["tve-pass-old"])
      })
  )

  it.live("a link in the place of the locks is refused", () =>
    Effect.gen(function* () {
      const { store, foreign } = yield* linked("locks")
      const locked = store.lock?.withLock("key")(Effect.void) ?? Effect.void
      expect((yield* Effect.flip(locked)).reason._tag).toBe("StoreCorrupted")
      expect(yield* foreign).toEqual(["tve-pass-old"])
    })
  )

  it.live("a link in the place of a record is neither followed nor replaced", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* writing(join(directory, "target"), "mine")
      yield* Effect.promise(() => symlink(join(directory, "target"), join(directory, "key.json")))
      const store = directoryStore(directory)
      for (const use of [store.get("key"), store.set("key", "text"), store.remove("key")]) {
        expect((yield* Effect.flip(use)).reason).toMatchObject({
          _tag: "StoreCorrupted",
          problem: "a link is in the place of a file"
        })
      }
      expect(yield* Effect.promise(() => readFile(join(directory, "target"), "utf8"))).toBe("mine")
    })
  )

  it.live("a named pipe in the place of a record does not hang, and a file of two megabytes is not read", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* Effect.promise(() => promisify(execFile)("mkfifo", [join(directory, "pipe.json")]))
      yield* writing(join(directory, "large.json"), "x".repeat(2_097_152))
      const store = directoryStore(directory)
      const problems = yield* Effect.forEach(["pipe", "large"], (key) => Effect.flip(store.get(key)))
      expect(problems.map(({ reason }) => "problem" in reason && reason.problem)).toEqual([
        "it is not a regular file",
        "it is larger than any record"
      ])
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
