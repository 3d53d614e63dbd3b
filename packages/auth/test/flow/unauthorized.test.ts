import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { answer, applicationRegistration, json } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, failureOf, World } from "./device.ts"

const unauthorized = answer(401, "")

describe("rule 13: a 401 on a protected call", () => {
  it("20 at once: one refresh, 20 successful replays", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    const responses = await world.clock.finish(
      Promise.all(Array.from({ length: 20 }, () => app.fetch(configurationPath)))
    )
    expect(responses.map(({ status }) => status)).toStrictEqual(Array.from({ length: 20 }, () => 200))
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
    expect(world.server.count("call")).toBe(40)
    expect(app.happened().filter((type) => type === "request-replayed")).toHaveLength(20)
  })

  it("that comes late, when memory holds another token already, is replayed with that", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    world.server.next("call", unauthorized, async () => {
      // The slow one of two: the other one has refreshed meanwhile.
      await new Promise<void>((resolve) => world.clock.schedule(1000, resolve))
      return new Response(null, { status: 401 })
    })
    const both = await world.clock.finish(Promise.all([app.fetch(configurationPath), app.fetch(configurationPath)]))
    expect(both.map(({ status }) => status)).toStrictEqual([200, 200])
    expect(world.server.count("token")).toBe(2)
  })

  it("that comes late is replayed with the token in memory even if the store could not keep it", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    world.refusedRecords = /token$/
    world.server.next("call", unauthorized, async () => {
      await new Promise<void>((resolve) => world.clock.schedule(1000, resolve))
      return new Response(null, { status: 401 })
    })
    await world.clock.finish(Promise.all([app.fetch(configurationPath), app.fetch(configurationPath)]))
    expect(world.server.count("token")).toBe(2)
  })

  it("is replayed with the token that another process has stored meanwhile", async () => {
    const world = new World()
    const [one, two] = [world.start(), world.start()]
    await one.token()
    await two.token()
    world.server.expireTokens()
    await one.call()
    expect((await two.call()).status).toBe(200)
    expect(world.server.count("token")).toBe(2)
  })

  it("again after the replay goes back to the caller as it is", async () => {
    const world = new World()
    const second = json(401, { code: "access_denied" })
    world.server.next("call", unauthorized, () => second)
    const response = await world.start().call()
    expect(response).toBe(second)
    expect(await response.json()).toStrictEqual({ code: "access_denied" })
    expect([world.server.count("token"), world.server.count("call")]).toStrictEqual([2, 2])
  })

  it("a body is sent again as it was", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    const init = { method: "POST", body: JSON.stringify({ resources: ["REF30"] }) }
    expect((await app.call("/api/v2/REF30/decisions/authorize/Cablevision", init)).status).toBe(200)
    const bodies = world.server.arrivals.filter(({ operation }) => operation === "call").map(({ body }) => body)
    expect(bodies).toStrictEqual(['{"resources":["REF30"]}', '{"resources":["REF30"]}'])
  })

  it("a stream is not sent twice: the 401 comes back, and the next call has a new token", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    const body = new Blob(["streamed"]).stream()
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" }
    expect((await app.call(configurationPath, init)).status).toBe(401)
    expect([world.server.count("call"), world.server.count("token")]).toStrictEqual([1, 2])
    expect((await app.call()).status).toBe(200)
    expect(world.server.count("token")).toBe(2)
  })

  it("a refresh that fails is a typed error", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.expireTokens()
    world.server.next("token", answer(400, { error: "unauthorized_client" }))
    expect((await failureOf(app.call())).reason._tag).toBe("ClientNotAllowed")
  })

  it("other failures go back to the caller as they are", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("call", answer(500, ""), answer(403, { code: "authenticated_profile_missing" }))
    expect((await app.call()).status).toBe(500)
    expect((await app.call()).status).toBe(403)
    expect(world.server.count("call")).toBe(2)
  })

  it("a network failure rejects with the platform's own error", async () => {
    const world = new World()
    const app = world.start()
    const failure = new TypeError("fetch failed")
    world.server.next(
      "call",
      () => Promise.reject(failure),
      () => Promise.reject(failure)
    )
    // Once on the way that has to get a token first, once on the warm path.
    await expect(app.call()).rejects.toBe(failure)
    await expect(app.call()).rejects.toBe(failure)
  })
})

describe("rule 4: a fresh token refused by application-registration", () => {
  it("leads to one new registration, a new token and one more replay", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", applicationRegistration, applicationRegistration)
    expect((await app.call()).status).toBe(200)
    expect([world.server.count("register"), world.server.count("token"), world.server.count("call")]).toStrictEqual([
      2, 3, 3
    ])
    expect(app.seen).toContainEqual({
      type: "credentials-replaced",
      reason: "invalid_access_token_client_application"
    })
  })

  it("a token that was not fresh is refreshed first, without a new registration", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", applicationRegistration)
    expect((await app.call()).status).toBe(200)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
  })

  it("is not a token of another process that is older than the call: that is refreshed first as well", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await world.replaceToken(app.application.key, "client-1", "CANARY-token-of-another-process")
    await world.clock.advance(1000)
    world.server.next("call", applicationRegistration, applicationRegistration)
    expect((await app.call()).status).toBe(200)
    expect([world.server.count("register"), world.server.count("token"), world.server.count("call")]).toStrictEqual([
      1, 2, 3
    ])
  })

  it("is a configuration error when the new registration is refused as well", async () => {
    const world = new World()
    world.server.next("call", applicationRegistration, applicationRegistration, applicationRegistration)
    const error = await failureOf(world.start().call())
    expect(error.reason).toStrictEqual({
      _tag: "AccessTokenRejected",
      enhancedErrorCode: "invalid_access_token_client_application",
      status: 401,
      serviceProvider: "REF30"
    })
    expect(error.message).toContain("for the service provider REF30 (HTTP 401 invalid_access_token_client_application)")
    expect([world.server.count("register"), world.server.count("call")]).toStrictEqual([2, 3])
  })

  it("is not put off with another token of the refused pair, which another process has stored", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", applicationRegistration, async (request) => {
      await world.replaceToken(app.application.key, "client-1", "CANARY-token-of-another-process")
      return applicationRegistration(request) ?? Response.error()
    })
    expect((await app.call()).status).toBe(200)
    expect(world.server.count("register")).toBe(2)
  })

  it("is not satisfied with the token of a refresh that is under way", async () => {
    const world = new World()
    const app = world.start()
    const held = await app.run(app.tokens.getHeld)
    world.server.latency = 100
    const both = Effect.all(
      [app.tokens.refresh(held), app.tokens.reregister(held, { code: "reason", serviceProvider: "REF30" })],
      { concurrency: 2 }
    )
    const [renewed, registered] = await app.run(both)
    expect([renewed.token.clientId, registered.token.clientId]).toStrictEqual(["client-1", "client-2"])
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 3])
  })

  it("20 at once: one new registration", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.next("call", ...Array.from({ length: 40 }, () => applicationRegistration))
    await world.clock.finish(Promise.all(Array.from({ length: 20 }, () => app.fetch(configurationPath))))
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 3])
  })

  it("is guarded by the cool-down", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("call", ...Array.from({ length: 4 }, () => applicationRegistration))
    await app.call().catch(() => {})
    world.server.next("call", applicationRegistration, applicationRegistration)
    expect((await failureOf(app.call("/api/v2/OTHER/configuration"))).reason).toMatchObject({
      _tag: "RegistrationGuarded",
      lastReason: "invalid_access_token_client_application"
    })
    expect(world.server.count("register")).toBe(2)
  })

  it.each([
    ["below error", { error: { action: "application-registration", code: "x" } }, 2],
    ["with another action", { action: "authentication", code: "x" }, 1],
    ["as text", "application-registration", 1]
  ])("an enhanced error %s", async (_, body, registrations) => {
    const world = new World()
    world.server.next("call", answer(401, body), answer(401, body))
    await world.start().call()
    expect(world.server.count("register")).toBe(registrations)
  })
})
