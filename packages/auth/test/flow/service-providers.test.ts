import { describe, expect, it } from "vitest"
import { applicationRegistration } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World, type App } from "./device.ts"

const coolDown = 3_600_000

/** A server whose registered application covers REF30, and not KIDS at first. */
const worldOfOneBrand = () => {
  const world = new World()
  const covers = new Set(["REF30"])
  const { fetch } = world.server
  const covered: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    const [, serviceProvider] = /\/api\/v2\/(\w+)\//.exec(request.url) ?? []
    if (serviceProvider && !covers.has(serviceProvider)) world.server.next("call", applicationRegistration)
    return fetch(request)
  }
  return Object.assign(world, { covers, server: Object.assign(world.server, { fetch: covered }) })
}

const callKids = (app: App) => failureOf(app.call("/api/v2/KIDS/profiles"))
const callBrand = async (app: App) => (await app.call("/api/v2/REF30/profiles")).status

describe("rule 4: an application-registration error of one service provider signs out no other", () => {
  it("does not register once the same credentials have worked for another one, however often it is asked", async () => {
    const world = worldOfOneBrand()
    const app = world.start()
    expect(await callBrand(app)).toBe(200)
    for (let turn = 0; turn < 5; turn++) {
      const error = await callKids(app)
      expect(error.reason).toStrictEqual({
        _tag: "AccessTokenRejected",
        enhancedErrorCode: "invalid_access_token_client_application",
        status: 401,
        serviceProvider: "KIDS"
      })
      expect(error.message).toContain("KIDS")
      await world.clock.advance(coolDown)
    }
    expect(world.server.count("register")).toBe(1)
    expect(app.happened()).not.toContain("credentials-replaced")
    expect(await callBrand(app)).toBe(200)
  })

  it("knows after a restart for which service provider they have worked", async () => {
    const world = worldOfOneBrand()
    await callBrand(world.start())
    const restarted = world.start()
    await callKids(restarted)
    expect([world.server.count("register"), restarted.happened().includes("credentials-replaced")]).toStrictEqual([
      1,
      false
    ])
  })

  it("knows it of imported credentials as well, once they have worked", async () => {
    const world = worldOfOneBrand()
    const app = world.start()
    await world.replaceCredentials(app.application.key, "imported")
    await callBrand(app)
    await callKids(world.start())
    expect(world.server.count("register")).toBe(0)
  })

  it("registers once where no other service provider has worked, and remembers over restarts that it did not help", async () => {
    const world = worldOfOneBrand()
    expect((await callKids(world.start())).reason).toMatchObject({
      _tag: "AccessTokenRejected",
      serviceProvider: "KIDS"
    })
    expect(world.server.count("register")).toBe(2)
    for (let start = 0; start < 3; start++) {
      await world.clock.advance(coolDown)
      await callKids(world.start())
    }
    expect(world.server.count("register")).toBe(2)
  })

  it("forgets that it did not help when the service provider accepts a token", async () => {
    const world = worldOfOneBrand()
    const app = world.start()
    await callKids(app)
    expect(JSON.parse(world.record(app.application.key, "service-providers") ?? "")).toMatchObject({
      refused: ["KIDS"]
    })
    world.covers.add("KIDS")
    expect((await app.call("/api/v2/KIDS/profiles")).status).toBe(200)
    expect(JSON.parse(world.record(app.application.key, "service-providers") ?? "")).toMatchObject({ refused: [] })
  })

  it("registers when every service provider that has worked is refused by now", async () => {
    const world = new World()
    const app = world.start()
    await app.call("/api/v2/REF30/profiles")
    await app.call("/api/v2/KIDS/profiles")
    const refused = () => world.server.next("call", applicationRegistration, applicationRegistration)
    refused()
    expect((await failureOf(app.call("/api/v2/REF30/profiles"))).reason._tag).toBe("AccessTokenRejected")
    refused()
    expect((await app.call("/api/v2/KIDS/profiles")).status).toBe(200)
    expect(world.server.count("register")).toBe(2)
  })

  it("the record keeps no secret, and is written once", async () => {
    const world = worldOfOneBrand()
    const writes: Array<string> = []
    const { set } = world.store
    Object.assign(world.store, {
      set: (key: string, text: string) => {
        if (key.endsWith("service-providers")) writes.push(text)
        return set(key, text)
      }
    })
    const app = world.start()
    for (let call = 0; call < 3; call++) await callBrand(app)
    expect(writes).toHaveLength(1)
    expect(writes[0]).not.toContain("CANARY")
    expect(JSON.parse(writes[0] ?? "")).toMatchObject({ clientId: "client-1", accepted: ["REF30"], refused: [] })
  })
})

describe("rule 5: while a registration is guarded", () => {
  it("the server is not asked for tokens of the client that it refuses", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    // Every registration is good for a moment only.
    const refuse = () => world.server.revokeClients()
    refuse()
    await app.call().catch(() => {})
    refuse()
    for (let call = 0; call < 5; call++) {
      expect((await failureOf(app.call())).reason._tag).toBe("RegistrationGuarded")
    }
    // Once when the guard was met.
    const before = world.server.count("token")
    for (let call = 0; call < 5; call++) await failureOf(app.call())
    expect(world.server.count("token")).toBe(before)
    await world.clock.advance(coolDown)
    expect((await app.call()).status).toBe(200)
  })

  it("a 401 that asks for a registration costs no token call", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("call", ...Array.from({ length: 3 }, () => applicationRegistration))
    await app.call().catch(() => {})
    const refusedTwice = () => world.server.next("call", applicationRegistration, applicationRegistration)
    refusedTwice()
    expect((await failureOf(app.call("/api/v2/OTHER/profiles"))).reason._tag).toBe("RegistrationGuarded")
    const before = world.server.count("token")
    world.server.next("call", applicationRegistration)
    expect((await failureOf(app.call("/api/v2/THIRD/profiles"))).reason._tag).toBe("RegistrationGuarded")
    expect(world.server.count("token")).toBe(before)
  })
})
