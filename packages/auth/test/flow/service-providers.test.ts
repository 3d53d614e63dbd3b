import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
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

/** What the stored credentials of an app know about service providers. */
const knownIn = (world: World, { application }: App): unknown =>
  JSON.parse(world.record(application.key, "credentials") ?? "{}").serviceProviders

/** Records each write of credentials. */
const watchCredentials = (world: World) => {
  const watched = { writes: [] as Array<string>, writesOutsideLock: 0 }
  let isLocked = false
  const { set } = world.store
  const { withLock } = world.lock
  Object.assign(world.store, {
    set: (key: string, text: string) =>
      Effect.suspend(() => {
        if (key.endsWith(".credentials")) {
          watched.writes.push(text)
          if (!isLocked) watched.writesOutsideLock++
        }
        return set(key, text)
      })
  })
  Object.assign(world.lock, {
    withLock: (key: string) => (effect: Effect.Effect<unknown>) =>
      withLock(key)(
        Effect.suspend(() => {
          isLocked = true
          return Effect.ensuring(
            effect,
            Effect.sync(() => (isLocked = false))
          )
        })
      )
  })
  return watched
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
    expect(knownIn(world, app)).toStrictEqual({ accepted: [], refused: ["KIDS"] })
    world.covers.add("KIDS")
    expect((await app.call("/api/v2/KIDS/profiles")).status).toBe(200)
    expect(knownIn(world, app)).toStrictEqual({ accepted: ["KIDS"], refused: [] })
  })

  it("remembers with the next credentials for which one a registration did not help", async () => {
    const world = worldOfOneBrand()
    const app = world.start()
    await callKids(app)
    world.server.revokeClients()
    await world.clock.advance(coolDown)
    expect(await callBrand(app)).toBe(200)
    expect(knownIn(world, app)).toStrictEqual({ accepted: ["REF30"], refused: ["KIDS"] })
  })

  it("uses the credentials that another process has stored meanwhile instead of refusing the call", async () => {
    const world = new World()
    let refusals = 0
    const app = world.start({
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const isRefused = request.url.includes("/KIDS/") && refusals < 2
        if (isRefused) world.server.next("call", applicationRegistration)
        if (isRefused && ++refusals === 2) await world.replaceCredentials(app.application.key, "imported")
        return world.server.fetch(request)
      }
    })
    expect(await callBrand(app)).toBe(200)
    expect((await app.call("/api/v2/KIDS/profiles")).status).toBe(200)
    expect(world.server.count("register")).toBe(1)
    expect(app.happened()).toContain("credentials-replaced")
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
})

describe("the service providers are stored with the credentials", () => {
  it("once for each service provider and client, not at each start, and the credentials stay what they were", async () => {
    const world = new World()
    const watched = watchCredentials(world)
    const app = world.start()
    for (let call = 0; call < 3; call++) await callBrand(app)
    await callBrand(world.start())
    await callBrand(world.restartWithoutToken())
    const [registered = "", accepted = ""] = watched.writes
    expect(watched.writes).toHaveLength(2)
    const { checksum: _, ...credentials } = JSON.parse(registered)
    expect(JSON.parse(accepted)).toMatchObject({
      ...credentials,
      clientId: "client-1",
      serviceProviders: { accepted: ["REF30"], refused: [] }
    })
    expect(world.record(app.application.key, "credentials.previous")).toBeUndefined()
    await app.call("/api/v2/KIDS/profiles")
    expect(knownIn(world, app)).toStrictEqual({ accepted: ["REF30", "KIDS"], refused: [] })
    expect(watched.writes).toHaveLength(3)
  })

  it("inside the lock (rule 25, cross-process lock)", async () => {
    const world = new World()
    const watched = watchCredentials(world)
    const app = world.start()
    await app.token()
    const holder = Deferred.makeUnsafe<void>()
    const held = Effect.runPromise(world.lock.withLock(app.application.key)(Deferred.await(holder)))
    expect(await callBrand(app)).toBe(200)
    await world.clock.advance(1_000)
    expect(watched.writes).toHaveLength(1)
    Effect.runSync(Deferred.succeed(holder, undefined))
    await held
    await world.clock.settle()
    expect(knownIn(world, app)).toStrictEqual({ accepted: ["REF30"], refused: [] })
    expect(watched.writesOutsideLock).toBe(0)
  })

  it.each([
    ["have been replaced", (world: World, app: App) => world.replaceCredentials(app.application.key, "other")],
    [
      "are damaged (rule 3, quarantine)",
      (world: World, app: App) => world.setRecord(app.application.key, "credentials", "{")
    ],
    ["have been removed", (world: World, app: App) => world.removeRecord(app.application.key, "credentials")]
  ])("not while the stored credentials %s", async (_, change) => {
    const world = new World()
    const app = world.start()
    await app.token()
    await change(world, app)
    const stored = world.record(app.application.key, "credentials")
    expect(await callBrand(app)).toBe(200)
    await world.clock.settle()
    expect(world.record(app.application.key, "credentials")).toBe(stored)
  })

  it("not by a store that cannot write, and the call succeeds", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.refusedRecords = /credentials$/
    expect(await callBrand(app)).toBe(200)
    await world.clock.settle()
    expect(knownIn(world, app)).toBeUndefined()
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
