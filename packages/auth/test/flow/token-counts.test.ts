import { describe, expect, it } from "vitest"
import { configurationPath, World } from "./device.ts"

describe("rule 8: any number of first callers make one register and one token call", () => {
  it.each([1, 10, 1000, 10_000])("%i callers", async (callers) => {
    const world = new World()
    const app = world.start()
    const tokens = await world.clock.finish(Promise.all(Array.from({ length: callers }, () => app.accessToken())))
    expect(new Set(tokens).size).toBe(1)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })
})

describe("rule 26: whoever gets the lock reads the store again", () => {
  it("eight processes that start at once make one registration and one token call", async () => {
    const world = new World()
    world.server.latency = 100
    const apps = Array.from({ length: 8 }, () => world.start())
    const tokens = await world.clock.finish(Promise.all(apps.map((app) => app.accessToken())))
    expect(new Set(tokens).size).toBe(1)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
  })

  it("a 401 of each of them is answered with one token call", async () => {
    const world = new World()
    const apps = Array.from({ length: 8 }, () => world.start())
    for (const app of apps) await app.token()
    world.server.expireTokens()
    world.server.latency = 100
    const responses = await world.clock.finish(Promise.all(apps.map((app) => app.fetch(configurationPath))))
    expect(responses.every(({ status }) => status === 200)).toBe(true)
    expect(world.server.count("token")).toBe(2)
  })
})

describe("rule 1: nothing is shared wider than one application instance", () => {
  it.each([
    ["origin", { origin: "https://sp.auth-staging.adobe.com" }],
    ["statement", { softwareStatement: "another.statement.signature" }],
    ["app instance", { instanceId: "another" }]
  ])("another %s on the same store has its own registration, token and flight", async (_, application) => {
    const world = new World()
    world.server.latency = 100
    const tokens = await world.clock.finish(
      Promise.all([world.start().accessToken(), world.start({ application }).accessToken()])
    )
    expect(new Set(tokens).size).toBe(2)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 2])
  })
})
