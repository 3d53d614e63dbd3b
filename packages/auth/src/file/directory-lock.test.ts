import { afterAll, describe, expect, it } from "@effect/vitest"
import { Clock, Deferred, Effect, Exit, Fiber } from "effect"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Lease } from "../coordination/index.ts"
import { claim, observe } from "./generations.ts"
import { directoryLock } from "./index.ts"
import { thisProcess } from "./process-identity.ts"

const made: Array<string> = []
const emptyDirectory = Effect.promise(async () => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-lock-"))
  made.push(directory)
  return directory
})
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))))

/** Leaves a lock as a process of another host would, of which nobody can know whether it lives. */
const ownedElsewhere = (directory: string) =>
  Effect.promise(async () => {
    await mkdir(join(directory, "key"))
    await writeFile(join(directory, "key", "1"), JSON.stringify({ ...thisProcess(), host: "elsewhere" }))
  })

const rob = (directory: string) =>
  Effect.promise(async () => {
    const path = join(directory, "key")
    expect(await claim(path, await observe(path), "robber", 1)).toBeDefined()
  })

describe("directoryLock", () => {
  it.live("takes over from an owner without sign of life after its lease, and not before", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      yield* ownedElsewhere(directory)
      const start = yield* Clock.currentTimeMillis
      yield* directoryLock(directory, { lease: 200 }).withLock("key")(Effect.void)
      expect((yield* Clock.currentTimeMillis) - start).toBeGreaterThanOrEqual(200)
    })
  )

  it.live("leaves it to an owner that renews its lease", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const options = { lease: 2_000, timeout: 4_500 }
      const held = yield* Deferred.make<void>()
      const owner = yield* Effect.forkChild(
        directoryLock(directory, options).withLock("key")(
          Effect.andThen(Deferred.succeed(held, undefined), Effect.never)
        )
      )
      yield* Deferred.await(held)
      const error = yield* Effect.flip(directoryLock(directory, options).withLock("key")(Effect.void))
      expect(error.reason).toMatchObject({ _tag: "LockTimeout", lock: "key", state: "busy", waited: 4_500 })
      yield* Fiber.interrupt(owner)
      yield* directoryLock(directory, options).withLock("key")(Effect.void)
    })
  )

  it.live("interrupts an owner that has lost it, with LockTimeout", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const work = Effect.andThen(rob(directory), Effect.never)
      const error = yield* Effect.flip(directoryLock(directory, { lease: 60 }).withLock("key")(work))
      expect(error.reason).toEqual({ _tag: "LockTimeout", lock: "key", state: "lost", waited: 0 })
    })
  )

  it.live("tells its owner right before a write whether it is still the owner", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const work = Effect.gen(function* () {
        const check = yield* Lease
        yield* check
        yield* rob(directory)
        return yield* Effect.flip(check)
      })
      const error = yield* directoryLock(directory).withLock("key")(work)
      expect(error.reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
    })
  )

  it.live("is given back by an owner that is interrupted, and by one that fails", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      // A lease that nobody could wait for.
      const lock = () => directoryLock(directory, { lease: 3_600_000 })
      const held = yield* Deferred.make<void>()
      const owner = yield* Effect.forkChild(
        lock().withLock("key")(Effect.andThen(Deferred.succeed(held, undefined), Effect.never))
      )
      yield* Deferred.await(held)
      yield* Fiber.interrupt(owner)
      expect(yield* Effect.flip(lock().withLock("key")(Effect.fail("failed")))).toBe("failed")
      expect(yield* lock().withLock("key")(Effect.succeed("in"))).toBe("in")
    })
  )

  it.live("is not taken by a caller that was interrupted while it tried", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const lock = directoryLock(directory, { lease: 3_600_000 })
      for (let turns = 0; turns < 30; turns++) {
        const caller = yield* Effect.forkChild(lock.withLock("key")(Effect.never))
        // Interrupts in the middle of observing, claiming, or tidying, as the turns have it.
        for (let turn = 0; turn < turns; turn++) yield* Effect.promise(() => new Promise(setImmediate))
        expect(Exit.hasInterrupts(yield* Effect.andThen(Fiber.interrupt(caller), Fiber.await(caller)))).toBe(true)
      }
      expect(yield* directoryLock(directory, { lease: 3_600_000 }).withLock("key")(Effect.succeed("in"))).toBe("in")
    })
  )

  it.live("does not make the work fail when its directory is deleted meanwhile", () =>
    Effect.gen(function* () {
      const directory = yield* emptyDirectory
      const work = Effect.promise(() => rm(directory, { recursive: true }))
      yield* directoryLock(directory).withLock("key")(work)
    })
  )
})
