import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { leaseLock, LockOwner, type LeaseStore } from "./lease-lock.ts"
import { Lease } from "./lock.ts"

const beginning = () => 0

/** The table of a database, on a clock that the test moves. */
const table = () => {
  const row: { owner: string | undefined; until: number; isAway: boolean; calls: Array<string> } = {
    owner: undefined,
    until: 0,
    isAway: false,
    calls: []
  }
  let clockNow = beginning
  const store: LeaseStore = {
    acquire: async (_, owner, lease) => {
      row.calls.push("acquire")
      if (row.isAway) throw new Error("CANARY")
      if (row.owner !== undefined && row.until > clockNow()) return false
      row.owner = owner
      row.until = clockNow() + lease
      return true
    },
    renew: async (_, owner, lease) => {
      row.calls.push("renew")
      if (row.isAway) throw new Error("CANARY")
      if (row.owner !== owner) return false
      row.until = clockNow() + lease
      return true
    },
    release: async (_, owner) => {
      row.calls.push("release")
      if (row.owner === owner) row.owner = undefined
    }
  }
  const useClock = Effect.clockWith((clock) => Effect.sync(() => (clockNow = () => clock.currentTimeMillisUnsafe())))
  return { row, store, useClock }
}

const pass = (millis: number) =>
  Effect.gen(function* () {
    for (let passed = 0; passed < millis; passed += 10) {
      for (let turn = 0; turn < 5; turn++) yield* Effect.promise(() => Promise.resolve())
      yield* TestClock.adjust(10)
    }
  })

describe("leaseLock (rule 25, cross-process lock)", () => {
  it.effect("keeps owners apart, and leaves no owner behind", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      let inside = 0
      let most = 0
      const visit = Effect.gen(function* () {
        most = Math.max(most, ++inside)
        yield* Effect.sleep(50)
        inside--
        return yield* LockOwner
      })
      const locks = [leaseLock(store), leaseLock(store), leaseLock(store)]
      const fibers = yield* Effect.forEach(locks, ({ withLock }) => Effect.forkChild(withLock("key")(visit)))
      yield* pass(1_500)
      const owners = yield* Fiber.joinAll(fibers)
      expect(most).toBe(1)
      expect(new Set(owners).size).toBe(3)
      expect(row.owner).toBeUndefined()
    })
  )

  it.effect("follows an owner that was killed after its lease, not earlier", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      row.owner = "killed"
      row.until = 1_000
      const fiber = yield* Effect.forkChild(leaseLock(store).withLock("key")(Effect.succeed("in")))
      yield* pass(900)
      expect(fiber.pollUnsafe()).toBeUndefined()
      yield* pass(400)
      expect(yield* Fiber.join(fiber)).toBe("in")
    })
  )

  it.effect("keeps the lock during work that takes longer than the lease", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      const fiber = yield* Effect.forkChild(leaseLock(store, { lease: 300 }).withLock("key")(Effect.sleep(2_000)))
      yield* pass(1_900)
      expect(row.until).toBeGreaterThan(1_900)
      yield* pass(300)
      yield* Fiber.join(fiber)
    })
  )

  it.effect("tells an owner that has lost the lock before it writes, and does not release that of its successor", () =>
    Effect.gen(function* () {
      for (const isFenced of [false, true]) {
        const { row, store, useClock } = table()
        yield* useClock
        let written = false
        const write = Effect.gen(function* () {
          row.owner = "successor"
          yield* Effect.sleep(50)
          yield* yield* Lease
          written = true
        })
        const lock = leaseLock({ ...store, renew: async () => false }, { lease: isFenced ? 60 : 15_000, isFenced })
        const fiber = yield* Effect.forkChild(Effect.exit(lock.withLock("key")(write)))
        yield* pass(200)
        const exit = yield* Fiber.join(fiber)
        expect(Exit.isFailure(exit) && JSON.stringify(exit)).toContain('"lost"')
        expect([written, row.owner]).toEqual([false, "successor"])
      }
    })
  )

  it.effect("leaves no owner behind if it is interrupted while an attempt to acquire is on its way", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      const arrived = yield* Deferred.make<void>()
      // Over a second connection to the database, a release can overtake the attempt.
      const acquire: LeaseStore["acquire"] = (...attempt) =>
        Effect.runPromise(Deferred.await(arrived)).then(() => store.acquire(...attempt))
      const fiber = yield* Effect.forkChild(leaseLock({ ...store, acquire }).withLock("key")(Effect.void))
      yield* pass(10)
      yield* Fiber.interrupt(fiber)
      yield* Deferred.succeed(arrived, undefined)
      yield* pass(10)
      expect([row.calls, row.owner]).toEqual([["acquire", "release"], undefined])
    })
  )

  it.effect("goes on while the database is away for less than the lease, and stops after it", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      const lock = leaseLock(store, { lease: 900 })
      const short = yield* Effect.forkChild(lock.withLock("key")(Effect.as(Effect.sleep(800), "done")))
      yield* pass(10)
      row.isAway = true
      yield* pass(500)
      row.isAway = false
      yield* pass(400)
      expect(yield* Fiber.join(short)).toBe("done")
      const long = yield* Effect.forkChild(Effect.flip(lock.withLock("key")(Effect.sleep(60_000))))
      yield* pass(10)
      row.isAway = true
      yield* pass(1_300)
      expect((yield* Fiber.join(long)).reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
    })
  )

  it.effect("fails with StoreUnavailable while the database is away, without what it said", () =>
    Effect.gen(function* () {
      const { row, store } = table()
      row.isAway = true
      const error = yield* Effect.flip(leaseLock(store).withLock("key")(Effect.void))
      expect(error.reason._tag).toBe("StoreUnavailable")
      expect(JSON.stringify(error)).not.toContain("CANARY")
    })
  )

  it.effect("fails with LockTimeout where another owner keeps it", () =>
    Effect.gen(function* () {
      const { row, store, useClock } = table()
      yield* useClock
      row.owner = "other"
      row.until = Number.POSITIVE_INFINITY
      const fiber = yield* Effect.forkChild(
        Effect.flip(leaseLock(store, { timeout: 500 }).withLock("key")(Effect.void))
      )
      yield* pass(600)
      expect((yield* Fiber.join(fiber)).reason).toMatchObject({ _tag: "LockTimeout", state: "busy", waited: 500 })
    })
  )
})
