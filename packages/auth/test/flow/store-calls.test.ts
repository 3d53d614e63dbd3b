import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { World } from "./device.ts"

const hours = 3_600_000

/** Records what is asked of the store, in order. Each is a round trip where the store is on another machine. */
const watchStore = (world: World): Array<string> => {
  const calls: Array<string> = []
  const note = (operation: string, key: string) =>
    Effect.sync(() => void calls.push(`${operation} ${key.slice(key.indexOf(".") + 1)}`))
  const { get, set, remove } = world.store
  const { withLock } = world.lock
  Object.assign(world.store, {
    get: (key: string) => Effect.andThen(note("get", key), get(key)),
    set: (key: string, text: string) => Effect.andThen(note("set", key), set(key, text)),
    remove: (key: string) => Effect.andThen(note("remove", key), remove(key))
  })
  Object.assign(world.lock, {
    withLock: (key: string) => (effect: Effect.Effect<unknown>) =>
      Effect.ensuring(withLock(key)(Effect.andThen(note("lock", ".lock"), effect)), note("release", ".lock"))
  })
  return calls
}

describe("what a visit of a device asks of its store", () => {
  it("the first one: 12 calls, and 5 in the background once the call has worked", async () => {
    const world = new World()
    const calls = watchStore(world)
    await world.start().call()
    await world.clock.settle()
    expect(calls).toStrictEqual([
      "get token",
      "lock lock",
      "get token",
      "get credentials",
      "set credentials.probe",
      "get credentials.probe",
      "remove credentials.probe",
      "get credentials",
      "set credentials",
      "get credentials",
      "set token",
      "release lock",
      "get credentials",
      "lock lock",
      "get credentials",
      "set credentials",
      "release lock"
    ])
  })

  it("one with a stored token: 2 calls", async () => {
    const world = new World()
    await world.start().call()
    await world.clock.settle()
    const calls = watchStore(world)
    await world.start().call()
    await world.clock.settle()
    expect(calls).toStrictEqual(["get token", "get credentials"])
  })

  it("one that needs another token: 6 calls, after a restart or without", async () => {
    const world = new World()
    const calls = watchStore(world)
    const app = world.start()
    await app.call()
    for (const later of [app, world.start()]) {
      await world.clock.advance(24 * hours)
      calls.length = 0
      await later.call()
      await world.clock.settle()
      expect(calls).toStrictEqual([
        "get token",
        "lock lock",
        "get token",
        "get credentials",
        "set token",
        "release lock"
      ])
    }
  })
})
