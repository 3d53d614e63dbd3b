import { describe, expect, it } from "vitest"
import { answer } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, World } from "./device.ts"

/** A server that has one token for everybody, and refuses it. */
const worldOfOneToken = async () => {
  const world = new World()
  const issued = answer(201, { access_token: "CANARY-the-only-token", expires_in: 21_600 })
  const refused = answer(401, "")
  world.server.next("token", ...Array.from({ length: 50 }, () => issued))
  const app = world.start()
  await app.token()
  world.server.next("call", ...Array.from({ length: 100 }, () => refused))
  return { world, app }
}

describe("rule 13: the token endpoint issues the same token again after a 401", () => {
  it("costs one token call, and the 401 goes back", async () => {
    const { world, app } = await worldOfOneToken()
    expect((await app.call()).status).toBe(401)
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([2, 1])
  })

  it("costs one token call for 20 at once", async () => {
    const { world, app } = await worldOfOneToken()
    const calls = Array.from({ length: 20 }, () => app.fetch(configurationPath))
    const responses = await world.clock.finish(Promise.all(calls))
    expect(new Set(responses.map(({ status }) => status))).toStrictEqual(new Set([401]))
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([2, 20])
  })

  it("costs later calls nothing until five seconds have passed, and one token call after them", async () => {
    const { world, app } = await worldOfOneToken()
    for (let call = 0; call < 5; call++) await app.call()
    expect(world.server.count("token")).toBe(2)
    await world.clock.advance(5_000)
    await app.call()
    await app.call()
    expect(world.server.count("token")).toBe(3)
  })

  it("is over when the token changes", async () => {
    const world = new World()
    const same = answer(201, { access_token: "CANARY-the-only-token", expires_in: 21_600 })
    world.server.next("token", same, same)
    const app = world.start()
    await app.token()
    expect((await app.call()).status).toBe(401)
    await world.clock.advance(5_000)
    expect((await app.call()).status).toBe(200)
    expect(world.server.count("token")).toBe(3)
  })

  it("goes on to a registration where the 401 asks for one (rule 4)", async () => {
    const { world, app } = await worldOfOneToken()
    const asks = answer(401, { action: "application-registration", code: "invalid_access_token_client_application" })
    const other = new World()
    const issued = answer(201, { access_token: "CANARY-the-only-token", expires_in: 21_600 })
    other.server.next("token", issued, issued)
    const otherApp = other.start()
    await otherApp.token()
    other.server.next("call", asks)
    expect((await otherApp.call()).status).toBe(200)
    expect([other.server.count("register"), other.server.count("call")]).toStrictEqual([2, 2])
    expect([world.server.count("register"), app.happened().includes("credentials-replaced")]).toStrictEqual([1, false])
  })
})
