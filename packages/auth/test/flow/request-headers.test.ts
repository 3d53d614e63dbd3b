import { inspect } from "node:util"
import { describe, expect, expectTypeOf, it } from "vitest"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import {
  createDevicePool,
  memoryStore,
  type AdobePass,
  type AuthorizedTransport,
  type PooledDeviceClient
} from "../../src/promise/index.ts"
import { startServer } from "../pool/server.ts"
import { answer } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, failureOf, rejectionOf, World } from "./device.ts"

describe("headers of every protected call", () => {
  it("are strings, or come from a function that is called for each request", async () => {
    const world = new World()
    let call = 0
    const app = world.start({
      application: {
        headers: {
          "AD-Service-Token": () => `token-${++call}`,
          "AP-Visitor-Identifier": async () => "visitor",
          "X-Fixed": "fixed",
          "X-Absent": () => undefined
        }
      }
    })
    await app.call()
    await app.call(configurationPath, { headers: { "X-Fixed": "of the request" } })
    const headers = world.server.arrivals
      .slice(2)
      .map(({ request }) => [
        request.headers.get("AD-Service-Token"),
        request.headers.get("AP-Visitor-Identifier"),
        request.headers.get("X-Fixed"),
        request.headers.has("X-Absent")
      ])
    expect(headers).toStrictEqual([
      ["token-1", "visitor", "fixed", false],
      ["token-2", "visitor", "of the request", false]
    ])
  })

  it("do not go along with DCR calls, nor to another origin", async () => {
    const world = new World()
    const app = world.start({ application: { headers: { "AD-Service-Token": "CANARY" } } })
    world.server.next(
      "call",
      () => new Response(null, { status: 302, headers: { Location: "https://elsewhere.example/" } }),
      answer(200, {})
    )
    await app.call()
    expect(world.server.arrivals.map(({ request }) => request.headers.has("AD-Service-Token"))).toStrictEqual([
      false,
      false,
      true,
      false
    ])
  })

  it("differ between the devices of a pool", async () => {
    const { pool, clock, adobePass } = startServer()
    const device = (identifier: string) =>
      pool.device({
        device: { identifier },
        forwardedFor: "10.0.0.1",
        headers: { "AD-Service-Token": () => `token of ${identifier}` }
      })
    await clock.finish(device("one").fetch(configurationPath))
    await clock.finish(device("two").fetch(configurationPath))
    const sent = adobePass.arrivals.map(({ request }) => request.headers.get("AD-Service-Token"))
    expect(sent.filter((value) => value !== null)).toStrictEqual(["token of one", "token of two"])
  })

  it("a function that fails rejects the call with its error, and nothing is sent", async () => {
    const world = new World()
    const failure = new Error("no token")
    const app = world.start({ application: { headers: { "AD-Service-Token": () => Promise.reject(failure) } } })
    expect(await rejectionOf(app.call())).toBe(failure)
    expect(world.server.arrivals).toHaveLength(0)
  })

  it("a value that is none is not repeated", async () => {
    const world = new World()
    const app = world.start({ application: { headers: { "AD-Service-Token": () => "CANARY\nX: 1" } } })
    const error = await failureOf(app.call())
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field: "headers.AD-Service-Token" })
    expect(inspect(error)).not.toContain("CANARY")
  })

  it.each([
    ["headers", null],
    ["headers", "X: 1"],
    ["headers.X", { X: 1 }],
    ["headers.X", { X: null }],
    ["headers.X Y", { "X Y": "value" }],
    ["headers.X Y", { "X Y": () => "value" }],
    ["headers.X", { X: "a\nb" }]
  ])("%s is InvalidConfiguration for %j", async (field, headers) => {
    const world = new World()
    const error = await failureOf(
      Promise.resolve().then(() => world.start({ application: { headers: headers as never } }).call())
    )
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field })
  })
})

const clientOf = (transport: AuthorizedTransport) => createRestV2Client(transport)

describe("the types of a pool", () => {
  it("name the device of an event", () => {
    const pool = createDevicePool({
      environment: "release-staging",
      softwareStatement: "header.payload.signature",
      storage: memoryStore()
    })
    const stop = pool.on("token-obtained", (event) => {
      expectTypeOf(event.instanceId).toEqualTypeOf<string>()
      expectTypeOf(event.expiresIn).toEqualTypeOf<number>()
    })
    stop()
    expect(pool.size()).toBe(0)
  })

  it("make one transport of an application and of a device", () => {
    expectTypeOf<AdobePass>().toExtend<AuthorizedTransport>()
    expectTypeOf<PooledDeviceClient>().toExtend<AuthorizedTransport>()
    expect(clientOf).toBeTypeOf("function")
  })
})
