import { describe, expect, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Fiber from "effect/Fiber"
import { TestClock } from "effect/testing"
import * as KeyValueStore from "effect/persistence/KeyValueStore"
import { inProcessLock, Lock } from "../coordination/index.ts"
import { failWith } from "../errors/index.ts"
import { keyValueStoreLayer } from "../key-value-store/index.ts"
import { memoryStore, RecordStore, storeLayer, toRecordStore, webStorageStore, type CustomStore } from "./index.ts"

const own = (members: Partial<CustomStore>): CustomStore => ({
  get: () => undefined,
  set: () => {},
  remove: () => {},
  ...members
})

const thrower = (error: unknown) => () => {
  throw error
}

describe("a custom store", () => {
  it.effect("answers plainly, by promises or by effects", () =>
    Effect.gen(function* () {
      const gets: Array<CustomStore["get"]> = [
        (key) => `text of ${key}`,
        (key) => Promise.resolve(`text of ${key}`),
        (key) => Effect.succeed(`text of ${key}`)
      ]
      for (const get of gets) {
        expect(yield* toRecordStore(own({ get })).get("key")).toBe("text of key")
      }
    })
  )

  it.effect("may be an object that knows itself", () =>
    Effect.gen(function* () {
      class Texts implements CustomStore {
        readonly texts = new Map<string, string>()
        get(key: string) {
          return this.texts.get(key)
        }
        set(key: string, text: string) {
          this.texts.set(key, text)
        }
        remove(key: string) {
          this.texts.delete(key)
        }
      }
      const store = toRecordStore(new Texts())
      yield* store.set("key", "text")
      expect(yield* store.get("key")).toBe("text")
      yield* store.remove("key")
      expect(yield* store.get("key")).toBeUndefined()
    })
  )

  it.effect("may answer null for nothing, as Web Storage does", () =>
    Effect.gen(function* () {
      expect(yield* toRecordStore(own({ get: () => null })).get("key")).toBeUndefined()
    })
  )

  it.effect("fails with StoreUnavailable, however it fails", () =>
    Effect.gen(function* () {
      const error = new TypeError("CANARY")
      const failures = [thrower(error), () => Promise.reject(error), () => Effect.fail(error)]
      for (const failure of failures) {
        const store = toRecordStore(own({ get: failure, set: failure, remove: failure }))
        const reasons = [
          yield* Effect.flip(store.get("key")),
          yield* Effect.flip(store.set("key", "text")),
          yield* Effect.flip(store.remove("key"))
        ].map(({ reason }) => reason)
        expect(reasons).toMatchObject(
          ["read", "write", "remove"].map((operation) => ({
            _tag: "StoreUnavailable",
            operation,
            location: "key",
            cause: { name: "TypeError" }
          }))
        )
        expect(JSON.stringify(reasons)).not.toContain("CANARY")
      }
    })
  )

  it.effect("fails with StoreUnavailable when set resolves to false: nothing was stored", () =>
    Effect.gen(function* () {
      const refusals = [() => false, () => Promise.resolve(false), () => Effect.succeed(false)]
      for (const set of refusals) {
        expect((yield* Effect.flip(toRecordStore(own({ set })).set("key", "text"))).reason).toMatchObject({
          _tag: "StoreUnavailable",
          operation: "write",
          location: "key"
        })
      }
      yield* toRecordStore(own({ set: () => true, remove: () => false })).remove("key")
    })
  )

  it.effect("may return an empty string for nothing, as cookies do", () =>
    Effect.gen(function* () {
      expect(yield* toRecordStore(own({ get: () => "" })).get("key")).toBeUndefined()
    })
  )

  it.effect("learns until when a record is of use", () =>
    Effect.gen(function* () {
      const seen: Array<unknown> = []
      const store = toRecordStore(own({ set: (_, __, recordOptions) => void seen.push(recordOptions) }))
      yield* store.set("key", "text", { usefulUntil: 7 })
      yield* store.set("key", "text")
      expect(seen).toEqual([{ usefulUntil: 7 }, undefined])
    })
  )

  it.effect("that never responds is unavailable after 10 seconds, also where nothing may interrupt", () =>
    Effect.gen(function* () {
      const hangs = [() => new Promise<never>(() => {}), () => Effect.never]
      for (const hang of hangs) {
        const store = toRecordStore(own({ get: hang, set: hang, remove: hang }))
        for (const call of [store.get("key"), store.set("key", "text"), store.remove("key")]) {
          const fiber = yield* Effect.forkChild(Effect.flip(Effect.uninterruptible(call)), { startImmediately: true })
          yield* TestClock.adjust(9_999)
          expect(fiber.pollUnsafe()).toBeUndefined()
          yield* TestClock.adjust(1)
          const { reason } = yield* Fiber.join(fiber)
          expect(reason).toMatchObject({ _tag: "StoreUnavailable", cause: { name: "TimeoutError" } })
        }
      }
    })
  )

  it.effect("whose lock never grants is a LockTimeout after 65 seconds, and never while the lock is held", () =>
    Effect.gen(function* () {
      const stuck = toRecordStore(own({ lock: { withLock: () => () => Effect.never } })).lock ?? inProcessLock()
      const waiting = yield* Effect.forkChild(Effect.flip(stuck.withLock("key")(Effect.void)))
      const granted = toRecordStore(own({ lock: inProcessLock() })).lock ?? inProcessLock()
      const working = yield* Effect.forkChild(granted.withLock("key")(Effect.as(Effect.sleep("2 minutes"), "done")))
      yield* TestClock.adjust("2 minutes")
      expect((yield* Fiber.join(waiting)).reason).toMatchObject({ _tag: "LockTimeout", state: "busy", waited: 65_000 })
      expect(yield* Fiber.join(working)).toBe("done")
    })
  )

  it.effect("may fail with an error that says more", () =>
    Effect.gen(function* () {
      const corrupted = failWith({
        _tag: "StoreCorrupted",
        location: "redis",
        problem: "holds a list",
        remedy: "Delete it"
      })
      const error = yield* Effect.flip(toRecordStore(own({ get: () => corrupted })).get("key"))
      expect(error.reason).toMatchObject({ _tag: "StoreCorrupted", location: "redis" })
    })
  )

  it.effect("fails with StoreCorrupted when it answers with something else than text", () =>
    Effect.gen(function* () {
      // A store without types, which parses JSON on its own.
      const store = toRecordStore(own({ get: () => JSON.parse('{"client_secret":"CANARY"}') }))
      const error = yield* Effect.flip(store.get("key"))
      expect(error.reason).toMatchObject({ _tag: "StoreCorrupted", location: "key" })
      expect(JSON.stringify(error)).not.toContain("CANARY")
    })
  )
})

describe("Web Storage", () => {
  it.effect("survives storage that the user has disabled (rule 24)", () =>
    Effect.gen(function* () {
      const store = webStorageStore(thrower(new DOMException("denied", "SecurityError")))
      const error = yield* Effect.flip(store.get("key"))
      expect(error.reason).toMatchObject({ _tag: "StoreUnavailable", operation: "read" })
      expect(error.message).toContain("Allow this site to store data")
    })
  )

  it.effect("survives a full quota (rule 24)", () =>
    Effect.gen(function* () {
      const setItem = thrower(new DOMException("full", "QuotaExceededError"))
      const store = webStorageStore(() => ({ getItem: () => null, setItem, removeItem: () => {} }))
      expect((yield* Effect.flip(store.set("key", "text"))).reason).toMatchObject({
        _tag: "StoreUnavailable",
        operation: "write",
        cause: { name: "QuotaExceededError" }
      })
      expect(yield* store.get("key")).toBeUndefined()
    })
  )

  it.effect("keeps away from the keys of other code", () =>
    Effect.gen(function* () {
      const keys: Array<string> = []
      const getItem = (key: string) => {
        keys.push(key)
        return null
      }
      yield* toRecordStore({ getItem, setItem: () => {}, removeItem: () => {} }).get("key")
      expect(keys).toEqual(["tve-pass.key"])
    })
  )
})

describe("storeLayer", () => {
  const locked = Effect.flatMap(Lock, ({ withLock }) => withLock("key")(Effect.succeed("in")))

  it.effect("provides the store and the lock that belongs to it", () =>
    Effect.gen(function* () {
      const lock = inProcessLock()
      const locked: Array<string> = []
      const watched: Lock = {
        withLock: (key) => (effect) =>
          lock.withLock(key)(
            Effect.andThen(
              Effect.sync(() => locked.push(key)),
              effect
            )
          )
      }
      const context = yield* Layer.build(storeLayer({ ...memoryStore(), lock: watched }))
      yield* Context.get(context, Lock).withLock("key")(Effect.void)
      expect(locked).toEqual(["key"])
    })
  )

  it.effect("provides a lock also to stores without one", () =>
    Effect.gen(function* () {
      expect(yield* Effect.provide(locked, storeLayer(own({})))).toBe("in")
    })
  )

  it.effect("takes the KeyValueStore of Effect from the context, under keys of its own", () =>
    Effect.gen(function* () {
      const store = yield* RecordStore
      yield* store.set("key", "text")
      expect(yield* store.get("key")).toBe("text")
      const inner = yield* KeyValueStore.KeyValueStore
      expect(yield* inner.get("tve-pass.key")).toBe("text")
      yield* store.remove("key")
      expect(yield* inner.get("tve-pass.key")).toBeUndefined()
    }).pipe(Effect.provide(keyValueStoreLayer.pipe(Layer.provideMerge(KeyValueStore.layerMemory))))
  )
})
