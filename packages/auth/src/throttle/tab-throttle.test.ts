import { describe, expect, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { makeAuthEvents } from "../events/index.ts"
import type { WebStorage } from "../store/index.ts"
import { throttleConformance } from "../throttle-conformance/index.ts"
import { tabThrottle } from "./tab-throttle.ts"

const device = "device"

/** The Web Storage of an origin. */
const makeStorage = () => {
  const texts = new Map<string, string>()
  const storage: WebStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key)
  }
  return { texts, storage }
}

/** Opens a tab: its throttle as the auth layer uses it. */
const openTab = (storage: () => WebStorage) =>
  Effect.clockWith((clock) =>
    Effect.sync(() => {
      const events = makeAuthEvents()
      const seen: Array<string> = []
      events.subscribe(({ type }) => seen.push(type))
      return { throttle: tabThrottle(storage, { burstReading: "once" }).open(clock, events), seen }
    })
  )

const pass = (millis: number) =>
  Effect.gen(function* () {
    for (let passed = 0; passed < millis; passed += 100) {
      for (let turn = 0; turn < 10; turn++) yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      yield* TestClock.adjust(100)
    }
  })

// They came with Node 24.
const hasWebLocks = globalThis.navigator?.locks !== undefined

describe.skipIf(!hasWebLocks)("the throttle of tabs", () => {
  it.each(throttleConformance)("$name", async ({ run }) => {
    const { storage } = makeStorage()
    await expect(run((limits) => tabThrottle(() => storage, limits))).resolves.toBeUndefined()
  })

  it.effect("lets three tabs with 8 requests each leave as one device: ten at once, then one a second", () =>
    Effect.gen(function* () {
      const { storage } = makeStorage()
      const tabs = yield* Effect.all([1, 2, 3].map(() => openTab(() => storage)))
      let left = 0
      const fibers = yield* Effect.forEach(
        tabs.flatMap(({ throttle }) => Array.from({ length: 8 }, () => throttle)),
        (throttle) =>
          Effect.forkChild(
            Effect.tap(throttle.take(device), () => Effect.sync(() => left++)),
            { startImmediately: true }
          )
      )
      yield* pass(400)
      expect(left).toBe(10)
      yield* pass(10_000)
      expect(left).toBe(20)
      yield* pass(5_000)
      yield* Fiber.joinAll(fibers)
      expect(left).toBe(24)
    })
  )

  it.effect("does not bring the burst back with a reload", () =>
    Effect.gen(function* () {
      const { storage } = makeStorage()
      const first = yield* openTab(() => storage)
      yield* Effect.forEach(Array.from({ length: 10 }), () => first.throttle.take(device))
      const reloaded = yield* openTab(() => storage)
      const waiting = yield* Effect.forkChild(reloaded.throttle.take(device), { startImmediately: true })
      yield* pass(300)
      expect(waiting.pollUnsafe()).toBeUndefined()
      yield* pass(500)
      yield* Fiber.join(waiting)
    })
  )

  it.effect("goes on in this tab alone where storage is disabled, with an event", () =>
    Effect.gen(function* () {
      const { throttle, seen } = yield* openTab(() => {
        throw new DOMException("denied", "SecurityError")
      })
      yield* throttle.take(device)
      expect(seen).toEqual(["throttle-degraded"])
    })
  )

  it.effect("reads what other code has written as no state", () =>
    Effect.gen(function* () {
      const { storage, texts } = makeStorage()
      for (const text of ["", "null", "[1,2]", '{"level":9}', '[1,1,true,0,0,"x"]', "garbage"]) {
        texts.set("tve-pass.throttle.device", text)
        const { throttle, seen } = yield* openTab(() => storage)
        yield* throttle.take(device)
        expect(seen).toEqual([])
      }
    })
  )
})
