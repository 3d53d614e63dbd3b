import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { startApplication, type TestApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"
import { jws } from "../support/jws.ts"

const megabyte = "x".repeat(1_000_000)

const start = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const simulator = createCheckedSimulator(options)
  return { simulator, application: await startApplication(simulator) }
}

describe("the journal", () => {
  it("tells each call, parsed, by operation", async () => {
    const { simulator, application } = await start()
    await application.call("REF30/profiles/Cablevision?a=1", {}, { "X-Forwarded-For": "203.45.101.20" })
    const [call] = simulator.journal.calls("retrieveProfileForMvpd")
    expect(call).toMatchObject({
      operation: "retrieveProfileForMvpd",
      method: "GET",
      path: "/api/v2/REF30/profiles/Cablevision",
      pathParameters: { serviceProvider: "REF30", mvpd: "Cablevision" },
      query: { a: "<redacted>" },
      body: undefined,
      deviceIdentifier: "device-1",
      deviceInfo: { model: "OLED55", osName: "webOS" },
      address: "203.45.101.20",
      clientId: application.clientId,
      at: simulator.clock.now(),
      status: 200,
      fault: undefined
    })
    expect(call?.headers).toMatchObject({
      accept: "application/json;charset=utf-8",
      authorization: "Bearer <redacted>"
    })
    expect(simulator.journal.calls().map(({ operation }) => operation)).toEqual([
      "registerClient",
      "retrieveAccessToken",
      "retrieveProfileForMvpd"
    ])
  })

  it("tells two access tokens apart without showing them", async () => {
    const { simulator, application } = await start()
    await application.configuration()
    await application.refresh()
    await application.configuration()
    const [first, second] = simulator.journal.calls("retrieveConfiguration").map(({ accessTokenId }) => accessTokenId)
    expect([typeof first, typeof second, first === second]).toEqual(["string", "string", false])
  })

  it("keeps the headers that a request had when it was sent", async () => {
    const { simulator, application } = await start()
    const request = new Request(`${simulator.origin}/api/v2/REF30/configuration`, {
      headers: { Authorization: `Bearer ${application.accessToken()}`, "User-Agent": "first" }
    })
    const first = simulator.fetch(request)
    request.headers.set("User-Agent", "second")
    request.headers.delete("Authorization")
    const responses = [await first, await simulator.fetch(request)]
    expect(responses.map(({ status }) => status)).toEqual([200, 401])
    expect(simulator.journal.calls("retrieveConfiguration").map(({ headers }) => headers["user-agent"])).toEqual([
      "first",
      "second"
    ])
  })

  it("shows the device of each call in an object of its own", async () => {
    const { simulator, application } = await start()
    await application.configuration()
    await application.configuration()
    const [first, second] = simulator.journal.calls("retrieveConfiguration").map(({ deviceInfo }) => deviceInfo)
    expect(first).toEqual(second)
    expect(first).not.toBe(second)
  })

  it("tells requests that no operation takes", async () => {
    const { simulator } = await start()
    await simulator.fetch(`${simulator.origin}/o/client/scopes`)
    expect(simulator.journal.calls().at(-1)).toMatchObject({
      operation: undefined,
      path: "/o/client/scopes",
      status: 404
    })
  })

  it("shows no secret, however it is printed", async () => {
    const secrets = {
      "Adobe-Subject-Token": jws({ sub: "canary-platform" }),
      "AD-Service-Token": jws({ sub: "canary-service" }),
      "AP-TempPass-Identity": btoa('{"email":"canary@example.com"}'),
      Cookie: "canary-cookie"
    }
    const { simulator, application } = await start()
    await application.profile("Cablevision", secrets)
    await application.partnerProfile("canary-saml")
    const printed = inspect(simulator.journal.calls(), { depth: 20 }) + JSON.stringify(simulator.journal.calls())
    for (const secret of [
      exampleSoftwareStatement,
      application.accessToken(),
      "canary-saml",
      ...Object.values(secrets)
    ]) {
      expect(printed).not.toContain(secret)
    }
    expect(simulator.journal.calls("registerClient")[0]?.body).toEqual({ software_statement: "<redacted>" })
    expect(simulator.journal.calls("retrieveAccessToken")[0]?.body).toEqual({
      client_id: application.clientId,
      client_secret: "<redacted>",
      grant_type: "client_credentials"
    })
  })

  it.each<[string, (application: TestApplication) => Promise<unknown>]>([
    ["in the body", (application) => application.createSession({ mvpd: megabyte })],
    ["in a header", (application) => application.profiles({ "User-Agent": megabyte })],
    ["in the query", (application) => application.call(`REF30/configuration?a=${megabyte}`)]
  ])("keeps fewer calls if they are large %s", async (_, call) => {
    const { simulator, application } = await start()
    for (let count = 0; count < 40; count += 1) await call(application)
    await application.session("8ER640M")
    const kept = simulator.journal.calls().map(({ operation }) => operation)
    expect([kept.length, kept.at(-1)]).toEqual([23, "retrieveAuthenticationSession"])
  })

  it("forgets on demand, and the oldest calls beyond its limit", async () => {
    const { simulator, application } = await start({ journalLimit: 3 })
    for (let count = 0; count < 10; count += 1) await application.configuration()
    expect(simulator.journal.calls().length).toBeLessThanOrEqual(6)
    expect(simulator.journal.calls("registerClient")).toEqual([])
    simulator.journal.clear()
    expect(simulator.journal.calls()).toEqual([])
  })
})
