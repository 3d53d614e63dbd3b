import { describe, expect, it } from "vitest"
import { configurationPath, failureOf, origin, rejectionOf, World } from "./device.ts"

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb", info }

/** Names of the headers of each request, without those that every request has. */
const headersSent = (world: World) =>
  world.server.arrivals.map(({ request }) =>
    [...request.headers.keys()].filter((name) => !["accept", "content-type"].includes(name))
  )

describe("rule 18: the headers of the device", () => {
  it("an app sends no X-Forwarded-For", async () => {
    const world = new World()
    await world.start({ application: { device } }).call()
    expect(headersSent(world)).toStrictEqual([
      ["x-device-info"],
      ["x-device-info"],
      ["ap-device-identifier", "authorization", "x-device-info"]
    ])
  })

  it("a server sends it on every call, DCR included", async () => {
    const world = new World()
    await world.start({ application: { device, forwardedFor: "203.45.101.20" } }).call()
    expect(headersSent(world)).toStrictEqual([
      ["x-device-info", "x-forwarded-for"],
      ["x-device-info", "x-forwarded-for"],
      ["ap-device-identifier", "authorization", "x-device-info", "x-forwarded-for"]
    ])
    expect(world.server.arrivals.map(({ request }) => request.headers.get("X-Forwarded-For"))).toStrictEqual([
      "203.45.101.20",
      "203.45.101.20",
      "203.45.101.20"
    ])
  })

  it.each(["", "203.45.101.20, 10.0.0.1", "203.45.101.20:53124", "localhost", "300.1.1.1"])(
    "%j is not one address, and is refused before any request",
    async (forwardedFor) => {
      const world = new World()
      const start = async () => world.start({ application: { forwardedFor } })
      expect((await failureOf(start())).reason).toMatchObject({ _tag: "InvalidConfiguration", field: "forwardedFor" })
    }
  )
})

describe("the authorized fetch", () => {
  it("leaves the caller's own headers alone", async () => {
    const world = new World()
    const headers = { Accept: "application/json", "AP-Device-Identifier": "fingerprint own", "X-Device-Info": "own" }
    await world.start({ application: { device } }).call(configurationPath, { headers })
    const sent = world.server.arrivals.at(-1)?.request.headers
    expect([sent?.get("Accept"), sent?.get("AP-Device-Identifier"), sent?.get("X-Device-Info")]).toStrictEqual([
      "application/json",
      "fingerprint own",
      "own"
    ])
  })

  it("replaces an Authorization header: the token is its own business", async () => {
    const world = new World()
    await world.start().call(configurationPath, { headers: { Authorization: "Bearer stale" } })
    expect(world.server.bearers).toStrictEqual(["Bearer CANARY-token-1"])
  })

  it("sends the browser navigation without token and API headers", async () => {
    const world = new World()
    await world.start({ application: { device } }).call("/api/v2/authenticate/REF30/8ER640M")
    expect(headersSent(world)).toStrictEqual([[]])
  })

  it("sends DCR calls of the caller without a token", async () => {
    const world = new World()
    await world.start({ application: { device } }).call("/o/client/register", { method: "POST", body: "{}" })
    expect(headersSent(world)).toStrictEqual([["x-device-info"]])
  })

  it("never adds a trace header (rule 22)", async () => {
    const world = new World()
    await world.start().call()
    const names = world.server.arrivals.flatMap(({ request }) => [...request.headers.keys()])
    expect(names.filter((name) => /^(traceparent|tracestate|b3|x-b3-.*|baggage)$/.test(name))).toStrictEqual([])
  })

  it("names what it supplies, for the generated clients", () => {
    const { transport } = new World().start()
    expect([transport.baseUrl, transport.suppliedHeaders]).toStrictEqual([
      origin,
      ["AP-Device-Identifier", "X-Device-Info", "X-Forwarded-For"]
    ])
  })

  it("rejects, and does not throw, when its arguments are wrong", async () => {
    const app = new World().start()
    await expect(app.fetch("http://[")).rejects.toBeInstanceOf(TypeError)
  })

  it("is aborted by the caller's signal, whatever it waits for", async () => {
    const world = new World()
    const app = world.start()
    const controller = new AbortController()
    world.server.latency = 1000
    const call = app.fetch(configurationPath, { signal: controller.signal })
    const rejection = rejectionOf(call)
    await world.clock.advance(500)
    controller.abort()
    expect(await rejection).toMatchObject({ name: "AbortError" })
    await world.clock.advance(10_000)
    expect(world.server.count("call")).toBe(0)
  })
})
