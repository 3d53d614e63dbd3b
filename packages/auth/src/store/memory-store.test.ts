import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { memoryStore } from "./memory-store.ts"

describe("memoryStore", () => {
  it.effect("keeps the records of each application apart, whatever their keys", () =>
    Effect.gen(function* () {
      const store = memoryStore()
      const keys = [
        "a.token",
        "a.credentials",
        "a.credentials.previous",
        "b.token",
        "a",
        "constructor",
        "a.constructor"
      ]
      for (const key of keys) {
        expect(yield* store.get(key)).toBeUndefined()
        yield* store.set(key, `text of ${key}`)
      }
      for (const key of keys) expect(yield* store.get(key)).toBe(`text of ${key}`)
    })
  )

  it.effect("removes one record and leaves the others", () =>
    Effect.gen(function* () {
      const store = memoryStore()
      for (const key of ["a.token", "a.credentials"]) yield* store.set(key, key)
      yield* store.remove("a.token")
      yield* store.remove("b.token")
      expect([yield* store.get("a.token"), yield* store.get("a.credentials")]).toEqual([undefined, "a.credentials"])
      yield* store.remove("a.credentials")
      expect(yield* store.get("a.credentials")).toBeUndefined()
      yield* store.set("a.token", "again")
      expect(yield* store.get("a.token")).toBe("again")
    })
  )
})
