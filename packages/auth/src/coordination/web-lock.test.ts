import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { webLock, type WebLocks } from "./index.ts"

/** Web Locks of one origin: what two tabs share. Grants in a later microtask, as browsers do. */
class Browser {
  readonly held: Array<string> = []
  readonly #queues = new Map<string, Promise<unknown>>()

  readonly locks: WebLocks = {
    request: (name: string, options: LockOptions, grant: (lock: Lock | null) => unknown) => {
      const before = this.#queues.get(name) ?? Promise.resolve()
      const turn = before.then(async () => {
        if (options.signal?.aborted) throw new DOMException("aborted", "AbortError")
        this.held.push(name)
        try {
          return await grant(null)
        } finally {
          this.held.splice(this.held.indexOf(name), 1)
        }
      })
      this.#queues.set(
        name,
        turn.catch(() => {})
      )
      return turn
    }
  } as WebLocks
}

type LockOptions = { readonly signal?: AbortSignal }

// Promises of the browser are settled by turns of the event loop, which the virtual clock does not give.
const settle = Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))

describe("webLock", () => {
  it.effect("excludes other tabs, by a name of its own", () =>
    Effect.gen(function* () {
      const browser = new Browser()
      const gate = yield* Deferred.make<void>()
      const first = webLock({ locks: browser.locks })
      const second = webLock({ locks: browser.locks })
      const owner = yield* Effect.forkChild(first.withLock("key")(Deferred.await(gate)))
      yield* settle
      expect(browser.held).toEqual(["@tve-pass/auth/key"])
      const log: Array<string> = []
      const next = yield* Effect.forkChild(second.withLock("key")(Effect.sync(() => log.push("in"))))
      yield* settle
      expect(log).toEqual([])
      yield* Deferred.succeed(gate, undefined)
      yield* Fiber.joinAll([owner, next])
      expect(log).toEqual(["in"])
      yield* settle
      expect(browser.held).toEqual([])
    })
  )

  it.effect("is given back after failure and interruption", () =>
    Effect.gen(function* () {
      const browser = new Browser()
      const lock = webLock({ locks: browser.locks })
      expect(yield* Effect.flip(lock.withLock("key")(Effect.fail("failed")))).toBe("failed")
      const owner = yield* Effect.forkChild(lock.withLock("key")(Effect.never))
      yield* settle
      yield* Fiber.interrupt(owner)
      yield* settle
      expect(browser.held).toEqual([])
    })
  )

  it.effect("leaves the queue when a waiter is interrupted", () =>
    Effect.gen(function* () {
      const browser = new Browser()
      const gate = yield* Deferred.make<void>()
      const owner = yield* Effect.forkChild(webLock({ locks: browser.locks }).withLock("key")(Deferred.await(gate)))
      yield* settle
      const second = webLock({ locks: browser.locks })
      const waiter = yield* Effect.forkChild(second.withLock("key")(Effect.void))
      yield* settle
      yield* Fiber.interrupt(waiter)
      yield* Deferred.succeed(gate, undefined)
      yield* Fiber.join(owner)
      yield* settle
      expect(browser.held).toEqual([])
    })
  )

  it.effect("gives back at once what is granted after the caller has left", () =>
    Effect.gen(function* () {
      let grant: (() => unknown) | undefined
      const locks = {
        request: (_: string, __: unknown, callback: () => unknown) => {
          grant = callback
          return new Promise(() => {})
        }
      } as WebLocks
      const caller = yield* Effect.forkChild(webLock({ locks }).withLock("key")(Effect.void))
      yield* settle
      yield* Fiber.interrupt(caller)
      expect(grant?.()).toBeUndefined()
    })
  )

  it.effect("fails with LockTimeout when another tab keeps it", () =>
    Effect.gen(function* () {
      const browser = new Browser()
      yield* Effect.forkChild(webLock({ locks: browser.locks }).withLock("key")(Effect.never))
      yield* settle
      const second = webLock({ locks: browser.locks, timeout: 1_000 })
      const late = yield* Effect.forkChild(Effect.flip(second.withLock("key")(Effect.void)))
      yield* settle
      yield* TestClock.adjust(1_000)
      expect((yield* Fiber.join(late)).reason).toMatchObject({ _tag: "LockTimeout", state: "busy" })
    })
  )

  it.effect("is a lock of the page alone where the page may not use locks (rule 25)", () =>
    Effect.gen(function* () {
      const locks: WebLocks = { request: () => Promise.reject(new DOMException("opaque origin", "SecurityError")) }
      const lock = webLock({ locks })
      let inside = 0
      let most = 0
      const visit = lock.withLock("key")(
        Effect.gen(function* () {
          most = Math.max(most, ++inside)
          yield* settle
          inside--
        })
      )
      yield* Effect.all([visit, visit, visit], { concurrency: "unbounded" })
      expect(most).toBe(1)
    })
  )
})
