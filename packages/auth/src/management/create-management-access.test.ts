import { memoryStore } from "@tve-pass/auth/promise"
import { createManualClock, createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { createManagementAccess } from "./create-management-access.ts"

const reset = "/reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=TempPass_TEST40&device_id=a"

const arrange = () => {
  const clock = createManualClock(Date.now())
  const simulator = createSimulatorCore({ clock })
  const storage = memoryStore()
  const connect = () =>
    createManagementAccess({
      origin: simulator.origin,
      managementOrigin: simulator.managementOrigin,
      softwareStatement: exampleSoftwareStatement,
      storage,
      fetch: simulator.fetch
    })
  const access = connect()
  const call = async (path: string, method = "GET") =>
    (await access.fetch(`${simulator.managementOrigin}${path}`, { method })).status
  const counts = () => {
    const calls = simulator.journal.calls()
    const of = (operation: string) => calls.filter((one) => one.operation === operation).length
    const managed = calls.filter(({ path }) => /^\/(?:esm|reset-tempass)/.test(path)).length
    return { register: of("registerClient"), token: of("retrieveAccessToken"), managed }
  }
  return { simulator, clock, access, connect, call, counts }
}

describe("createManagementAccess", () => {
  it("gets its token from one origin and sends it to another, without headers of a device", async () => {
    const { simulator, access, call, counts } = arrange()
    expect(access.baseUrl).toBe("https://mgmt.auth.adobe.com")
    expect(await call("/esm/v3")).toBe(200)
    expect(counts()).toEqual({ register: 1, token: 1, managed: 1 })
    const names = Object.keys(simulator.journal.calls().at(-1)?.headers ?? {})
    expect(names.filter((name) => /^(?:ap-|x-)/.test(name))).toEqual([])
  })

  it("uses what an earlier run stored", async () => {
    const { simulator, call, connect, counts } = arrange()
    await call("/esm/v3")
    expect((await connect().fetch(`${simulator.managementOrigin}/esm/v3`)).status).toBe(200)
    expect(counts()).toEqual({ register: 1, token: 1, managed: 2 })
  })

  it("waits for no throttle", async () => {
    const { call, counts } = arrange()
    const statuses = await Promise.all(Array.from({ length: 30 }, () => call("/esm/v3")))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(counts()).toEqual({ register: 1, token: 1, managed: 30 })
  })

  it("replays a 401 once with another token, for a destructive request too: it did nothing", async () => {
    const { simulator, call, counts } = arrange()
    await call("/esm/v3")
    simulator.revokeTokens()
    expect(await call(reset, "DELETE")).toBe(204)
    expect(counts()).toEqual({ register: 1, token: 2, managed: 3 })
  })

  it("registers again after a 403 of a reset, once in a cool-down", async () => {
    const { simulator, call, counts } = arrange()
    await call("/esm/v3")
    const revoke = () => {
      for (const { clientId } of simulator.journal.calls()) if (clientId !== undefined) simulator.revokeClient(clientId)
    }
    revoke()
    expect(await call(reset, "DELETE")).toBe(204)
    expect(counts()).toEqual({ register: 2, token: 2, managed: 3 })
    revoke()
    expect(await call(reset, "DELETE")).toBe(403)
    expect(await call(reset, "DELETE")).toBe(403)
    expect(counts()).toEqual({ register: 2, token: 2, managed: 5 })
  })

  it("does not register again for a 403 of another API", async () => {
    const { simulator, call, counts } = arrange()
    await call("/esm/v3")
    for (const { clientId } of simulator.journal.calls()) if (clientId !== undefined) simulator.revokeClient(clientId)
    expect(await call("/esm/v3")).toBe(403)
    expect(counts()).toEqual({ register: 1, token: 1, managed: 2 })
  })

  it("refuses to send the token to any other origin", async () => {
    const { simulator, access } = arrange()
    const failure = access.fetch(`${simulator.origin}/esm/v3`).catch((error: unknown) => error)
    expect(await failure).toMatchObject({ code: "foreign-origin" })
    expect(simulator.journal.calls()).toEqual([])
  })

  it("takes both origins from the environment", () => {
    const access = createManagementAccess({
      environment: "prequal-staging",
      softwareStatement: exampleSoftwareStatement
    })
    expect(access.baseUrl).toBe("https://mgmt-prequal.auth-staging.adobe.com")
  })

  it.each(["", "http://mgmt.example", "https://mgmt.example/path"])(
    "refuses the management origin %j",
    (managementOrigin) => {
      const options = { origin: "https://sp.example", managementOrigin, softwareStatement: exampleSoftwareStatement }
      expect(() => createManagementAccess(options)).toThrow(expect.objectContaining({ code: "invalid-configuration" }))
    }
  )
})
