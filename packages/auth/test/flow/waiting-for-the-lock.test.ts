import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { World } from "./device.ts"

/** Records when the token is read. While the store is away, reading fails. */
const watchStore = (world: World) => {
  const watched = { reads: [] as Array<number>, isAway: false }
  const { get } = world.store
  Object.assign(world.store, {
    get: (name: string) =>
      Effect.suspend(() => {
        if (watched.isAway) return Effect.die(new Error("away"))
        if (name.endsWith(".token")) watched.reads.push(world.clock.elapsed)
        return get(name)
      })
  })
  return watched
}

/** An app with credentials of an earlier run, whose lock another process has. */
const startWhileLocked = async () => {
  const world = new World()
  const store = watchStore(world)
  const app = world.start()
  const { key } = app.application
  await world.replaceCredentials(key, "stored-client")
  const gate = Deferred.makeUnsafe<void>()
  const holder = Effect.runPromise(world.lock.withLock(key)(Deferred.await(gate)))
  const release = () => Effect.runSync(Deferred.succeed(gate, undefined))
  return { world, store, app, key, release, holder }
}

describe("rule 26: while another process has the lock", () => {
  it("a token that it stores is used without the lock", async () => {
    const { world, app, key, release, holder } = await startWhileLocked()
    const token = app.accessToken()
    await world.clock.advance(1_000)
    await world.replaceToken(key, "stored-client", "stored-token")
    const storedAt = world.clock.elapsed
    expect(await world.clock.finish(token)).toBe("stored-token")
    expect(world.clock.elapsed - storedAt).toBeLessThanOrEqual(200)
    expect(world.server.arrivals).toStrictEqual([])
    expect(world.clock.timers).toBe(0)
    release()
    await holder
  })

  it("the store is read after 50, 150 and 350 ms, and then five times a second", async () => {
    const { world, store, app, release, holder } = await startWhileLocked()
    const token = app.accessToken()
    await world.clock.advance(1_000)
    expect(store.reads).toStrictEqual([0, 50, 150, 350, 550, 750, 950])
    release()
    await holder
    await world.clock.finish(token)
    // Once more inside the lock. The new token is stored without another look.
    expect(store.reads.slice(7)).toStrictEqual([1_000])
  })

  it("a store that fails meanwhile changes nothing", async () => {
    const { world, store, app, release, holder } = await startWhileLocked()
    const token = app.accessToken()
    await world.clock.settle()
    store.isAway = true
    await world.clock.advance(1_000)
    store.isAway = false
    release()
    await holder
    await world.clock.finish(token)
    expect(world.server.count("token")).toBe(1)
  })

  it("a caller that has the lock reads no more", async () => {
    const world = new World()
    const store = watchStore(world)
    world.server.latency = 1_000
    await world.clock.finish(world.start().accessToken())
    // Before the lock, and inside it.
    expect(store.reads).toStrictEqual([0, 0])
  })
})
