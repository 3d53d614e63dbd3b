import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { inProcessLock } from "./index.ts"

/** Lets all fibers that can run, run. */
const settle = TestClock.adjust(0)

describe("inProcessLock", () => {
  it.effect("lets one in at a time, in the order in which they asked", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      const log: Array<string> = []
      const visit = (name: string) =>
        lock.withLock("key")(
          Effect.gen(function* () {
            log.push(`${name} in`)
            yield* Effect.sleep(10)
            log.push(`${name} out`)
          })
        )
      const fibers = yield* Effect.forEach(["a", "b", "c"], (name) => Effect.forkChild(visit(name)))
      yield* TestClock.adjust(30)
      yield* Fiber.joinAll(fibers)
      expect(log).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"])
    })
  )

  it.effect("does not make other keys wait", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      yield* Effect.forkChild(lock.withLock("key")(Effect.never))
      yield* settle
      expect(yield* lock.withLock("other")(Effect.succeed("in"))).toBe("in")
    })
  )

  it.effect("is given back after a failure and after a defect", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      yield* Effect.exit(lock.withLock("key")(Effect.fail("failed")))
      yield* Effect.exit(lock.withLock("key")(Effect.die("died")))
      expect(yield* lock.withLock("key")(Effect.succeed("in"))).toBe("in")
    })
  )

  it.effect("is given back by an owner that is interrupted", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      const owner = yield* Effect.forkChild(lock.withLock("key")(Effect.never))
      const next = yield* Effect.forkChild(lock.withLock("key")(Effect.succeed("in")))
      yield* settle
      yield* Fiber.interrupt(owner)
      expect(yield* Fiber.join(next)).toBe("in")
    })
  )

  it.effect("gives the place of an interrupted waiter to the next", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      const gate = yield* Deferred.make<void>()
      yield* Effect.forkChild(lock.withLock("key")(Deferred.await(gate)))
      const aborted = yield* Effect.forkChild(lock.withLock("key")(Effect.succeed("aborted")))
      const next = yield* Effect.forkChild(lock.withLock("key")(Effect.succeed("in")))
      yield* settle
      yield* Fiber.interrupt(aborted)
      yield* Deferred.succeed(gate, undefined)
      expect(yield* Fiber.join(next)).toBe("in")
      expect(Exit.hasInterrupts(yield* Fiber.await(aborted))).toBe(true)
    })
  )

  it.effect("fails with LockTimeout when another owner keeps it, and lets the next in afterwards", () =>
    Effect.gen(function* () {
      const lock = inProcessLock({ timeout: 1_000 })
      const owner = yield* Effect.forkChild(lock.withLock("key")(Effect.never))
      const late = yield* Effect.forkChild(Effect.flip(lock.withLock("key")(Effect.void)))
      yield* TestClock.adjust(1_000)
      const error = yield* Fiber.join(late)
      expect(error.reason).toEqual({ _tag: "LockTimeout", lock: "key", state: "busy", waited: 1_000 })
      expect(error.totalWait).toBe(1_000)
      yield* Fiber.interrupt(owner)
      expect(yield* lock.withLock("key")(Effect.succeed("in"))).toBe("in")
    })
  )

  it.effect("does not count the time that the owner takes", () =>
    Effect.gen(function* () {
      const lock = inProcessLock({ timeout: 1_000 })
      const owner = yield* Effect.forkChild(lock.withLock("key")(Effect.sleep(5_000)))
      yield* TestClock.adjust(5_000)
      expect(Exit.isSuccess(yield* Fiber.await(owner))).toBe(true)
    })
  )

  it.effect("takes 10,000 callers", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      let inside = 0
      let most = 0
      const visit = lock.withLock("key")(
        Effect.gen(function* () {
          most = Math.max(most, ++inside)
          yield* Effect.yieldNow
          inside--
        })
      )
      yield* Effect.all(
        Array.from({ length: 10_000 }, () => visit),
        { concurrency: "unbounded", discard: true }
      )
      expect(most).toBe(1)
    })
  )
})
