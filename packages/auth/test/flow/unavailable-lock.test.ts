import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { failWith } from "../../src/errors/index.ts"
import { failureOf, World } from "./device.ts"

/** A full or read-only disk: what is stored can be read, and nothing can be written, no lock either. */
const makeReadOnly = (world: World): void => {
  const unavailable = failWith({
    _tag: "StoreUnavailable",
    operation: "write",
    location: "disk",
    remedy: "Free some space",
    cause: { name: "Error", code: "EROFS" }
  })
  Object.assign(world.lock, { withLock: () => () => unavailable })
  world.refusedRecords = /./
}

describe("a restart on a full or read-only disk", () => {
  it("uses the stored token without the lock", async () => {
    const world = new World()
    await world.start().token()
    makeReadOnly(world)
    const app = world.start()
    expect((await app.call()).status).toBe(200)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })

  it("retrieves a token with stored credentials once that is refused, and keeps it in memory", async () => {
    const world = new World()
    await world.start().token()
    makeReadOnly(world)
    world.server.expireTokens()
    const app = world.start()
    expect((await app.call()).status).toBe(200)
    expect((await app.call()).status).toBe(200)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
    expect(app.happened()).toContain("token-not-stored")
  })

  it("registers nothing that it could not store (rule 2)", async () => {
    const world = new World()
    makeReadOnly(world)
    expect((await failureOf(world.start().token())).reason._tag).toBe("StoreUnavailable")
    expect(world.server.arrivals).toHaveLength(0)
  })

  it("replaces no credentials that it could not store", async () => {
    const world = new World()
    await world.start().token()
    makeReadOnly(world)
    world.server.revokeClients()
    const error = await failureOf(world.start().call())
    expect(error.reason._tag).toMatch(/ClientRejected|StoreUnavailable/)
    expect(world.server.count("register")).toBe(1)
  })

  it("reads before it locks: a lock that is kept does not delay a stored token", async () => {
    const world = new World()
    await world.start().token()
    Object.assign(world.lock, { withLock: () => () => Effect.never })
    expect((await world.start().call()).status).toBe(200)
  })
})
