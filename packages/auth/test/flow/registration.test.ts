import { describe, expect, it } from "vitest"
import { answer, hang, json } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

const hour = 3_600_000
const invalidClient = answer(400, { error: "invalid_client" })

describe("rule 2: the store comes first", () => {
  it("a stored pair and token are used without any request", async () => {
    const world = new World()
    const token = await world.start().token()
    expect(await world.start().token()).toBe(token)
    expect(world.server.arrivals).toHaveLength(2)
  })

  it("a stored pair is used when the token has expired", async () => {
    const world = new World()
    await world.start().token()
    await world.clock.advance(6 * hour)
    await world.start().token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
  })

  it("the pair is stored before its first use", async () => {
    const world = new World()
    world.server.next("token", hang)
    const app = world.start()
    void app.accessToken().catch(() => {})
    await world.clock.settle()
    expect(world.server.count("token")).toBe(1)
    expect(world.record(app.application.key, "credentials")).toContain("client-1")
    await app.stop()
  })

  it("a store that cannot be written is found out before anything is registered", async () => {
    const world = new World()
    world.refusedRecords = /./
    expect((await failureOf(world.start().token())).reason._tag).toBe("StoreUnavailable")
    expect(world.server.arrivals).toHaveLength(0)
  })

  it("a pair that cannot be stored is not used, and not registered again", async () => {
    const world = new World()
    const app = world.start()
    world.refusedRecords = /credentials$/
    expect((await failureOf(app.token())).reason._tag).toBe("StoreUnavailable")
    expect((await failureOf(app.token())).reason._tag).toBe("StoreUnavailable")
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 0])
    world.refusedRecords = undefined
    await app.token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 1])
    expect(app.happened()).toStrictEqual(["credentials-registered", "token-obtained"])
  })

  it("a replacement that cannot be stored is stored by the next call, in spite of the cool-down", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.revokeClients()
    await app.run(app.tokens.forget())
    world.refusedRecords = /credentials$/
    expect((await failureOf(app.token())).reason._tag).toBe("StoreUnavailable")
    world.refusedRecords = undefined
    await app.token()
    expect(world.server.count("register")).toBe(2)
    expect(world.server.arrival(-1).body).toContain("client_id=client-2")
  })

  it("a pair that could not be stored is forgotten with the others", async () => {
    const world = new World()
    const app = world.start()
    world.refusedRecords = /credentials$/
    await failureOf(app.token())
    world.refusedRecords = undefined
    await app.run(app.tokens.forget({ credentials: true }))
    await app.token()
    expect(world.server.count("register")).toBe(2)
  })

  it("a token that cannot be stored is used all the same", async () => {
    const world = new World()
    const app = world.start()
    world.refusedRecords = /token$/
    const token = await app.token()
    expect(app.happened()).toContain("token-not-stored")
    expect(await app.token()).toBe(token)
    expect(world.server.count("token")).toBe(1)
  })

  it("a stored token of another pair than the stored one is not used", async () => {
    const world = new World()
    const { application, token } = world.start()
    const first = await token()
    await world.replaceCredentials(application.key, "client-of-another-process")
    expect(await world.start().token()).not.toBe(first)
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 2])
  })
})

describe("rule 3: an unreadable record", () => {
  it("is reported, moved aside and replaced", async () => {
    const world = new World()
    const key = world.start().application.key
    await world.start().token()
    world.setRecord(key, "credentials", "{")
    world.setRecord(key, "token", "{")
    const app = world.start()
    await app.token()
    expect(world.server.count("register")).toBe(2)
    expect(app.happened()).toStrictEqual([
      "record-quarantined",
      "record-quarantined",
      "credentials-registered",
      "credentials-replaced",
      "token-obtained"
    ])
    expect(world.record(key, "credentials.unreadable")).toBe("{")
  })

  it("is replaced under the cool-down of rule 5", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    for (const text of ["{", "{}"]) {
      world.setRecord(app.application.key, "credentials", text)
      world.setRecord(app.application.key, "token", text)
      await world
        .start()
        .token()
        .catch(() => {})
    }
    expect(world.server.count("register")).toBe(2)
  })
})

describe("rule 4: only invalid_client leads to a new registration", () => {
  it("once, and then the token of the new pair", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    world.server.revokeClients()
    await app.run(app.tokens.forget())
    await app.token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 3])
    expect(world.server.arrivals.at(-1)?.body).toContain("client_id=client-2")
  })

  it("a second invalid_client is a typed error, not a loop", async () => {
    const world = new World()
    world.server.next("token", invalidClient, invalidClient)
    const error = await failureOf(world.start().token())
    expect(error.reason).toStrictEqual({ _tag: "ClientRejected", serverCode: "invalid_client" })
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([2, 2])
  })

  it.each([
    ["unauthorized_client", answer(400, { error: "unauthorized_client" }), "ClientNotAllowed"],
    ["unsupported_grant_type", answer(400, { error: "unsupported_grant_type" }), "ClientNotAllowed"],
    ["invalid_request", answer(400, { error: "invalid_request" }), "TokenFailed"],
    ["an unknown code", answer(400, { error: "slow_down" }), "TokenFailed"],
    ["401 without a code", answer(401, ""), "TokenFailed"],
    ["403 in HTML", answer(403, "<html></html>"), "TokenFailed"],
    ["a malformed body", answer(201, '{"access_token":'), "MalformedResponse"]
  ])("%s leaves the stored pair alone", async (_, reply, tag) => {
    const world = new World()
    const app = world.start()
    await app.token()
    await app.run(app.tokens.forget())
    world.server.next("token", reply)
    expect((await failureOf(app.token())).reason._tag).toBe(tag)
    await app.token()
    expect([world.server.count("register"), world.server.count("token")]).toStrictEqual([1, 3])
  })

  it("invalid_client counts whatever its status is", async () => {
    const world = new World()
    world.server.next("token", answer(401, { error: "invalid_client" }))
    await world.start().token()
    expect(world.server.count("register")).toBe(2)
  })

  it("the pair that another process has stored meanwhile is used instead", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await app.run(app.tokens.forget())
    world.server.next("token", async () => {
      // Another process replaces the pair while this one waits for its answer.
      await world.replaceCredentials(app.application.key, "client-of-another-process")
      return json(400, { error: "invalid_client" })
    })
    await app.token()
    expect(world.server.count("register")).toBe(1)
    expect(world.server.arrivals.at(-1)?.body).toContain("client_id=client-of-another-process")
  })
})

describe("rule 6: a replaced pair", () => {
  it("raises an event with the reason; a first one does not", async () => {
    const world = new World()
    const app = world.start()
    world.server.next("token", invalidClient)
    await app.token()
    expect(app.seen.filter(({ type }) => type.startsWith("credentials"))).toStrictEqual([
      { type: "credentials-registered" },
      { type: "credentials-registered" },
      { type: "credentials-replaced", reason: "invalid_client" }
    ])
  })

  it.each([
    ["with its token", () => {}],
    ["without its token", (world: World, key: string) => world.removeRecord(key, "token")]
  ])("raises it once in every other process as well, which finds the new pair %s", async (_, before) => {
    const world = new World()
    const [one, two] = [world.start(), world.start()]
    await one.token()
    await two.token()
    world.server.revokeClients()
    await one.run(one.tokens.forget())
    await one.token()
    before(world, one.application.key)
    await two.call()
    await two.call()
    expect(two.seen.filter(({ type }) => type.startsWith("credentials"))).toStrictEqual([
      { type: "credentials-replaced", reason: "another_process" }
    ])
    expect(world.server.count("register")).toBe(2)
  })

  it("raises nothing when the pair was forgotten on purpose", async () => {
    const world = new World()
    const app = world.start()
    await app.token()
    await app.run(app.tokens.forget({ credentials: true }))
    await app.token()
    expect(app.happened()).not.toContain("credentials-replaced")
  })
})

describe("rule 7: a registration without the scope of REST API V2", () => {
  it("is a warning, not a failure", async () => {
    const world = new World()
    world.server.next("register", () => {
      world.server.clients.add("client-1")
      return json(201, { client_id: "client-1", client_secret: "CANARY-secret-of-client-1", scopes: ["api:client:v1"] })
    })
    const app = world.start()
    await app.token()
    expect(app.seen[0]).toStrictEqual({ type: "scope-missing", missing: "api:client:v2", scopes: ["api:client:v1"] })
  })
})
