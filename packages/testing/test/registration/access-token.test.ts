import { describe, expect, it } from "vitest"
import { exampleSoftwareStatement, type SimulatorOptions } from "../../src/index.ts"
import { startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const register = async (options: SimulatorOptions = {}) => {
  const simulator = createCheckedSimulator({ applications: [{ softwareStatement: "a.b.c" }], ...options })
  const response = await simulator.fetch(`${simulator.origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ software_statement: "a.b.c" })
  })
  const { client_id, client_secret } = await response.json()
  const credentials = { client_id: String(client_id), client_secret: String(client_secret) }
  const token = async (body: string | Record<string, string>, headers: HeadersInit = {}, query = "") => {
    const response = await simulator.fetch(`${simulator.origin}/o/client/token${query}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(body).toString()
    })
    return { status: response.status, body: await response.json() }
  }
  return { simulator, credentials, token, complete: { ...credentials, grant_type: "client_credentials" } }
}

const television = { model: "C4", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

const basic = `Basic ${btoa("id:secret")}`

describe("retrieving an access token", () => {
  it("returns 201 with a token that lasts six hours", async () => {
    const { simulator, token, complete } = await register()
    expect(await token(complete)).toEqual({
      status: 201,
      body: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        access_token: expect.stringMatching(/^[\w-]{22}$/),
        created_at: simulator.clock.now(),
        expires_in: 21_600,
        token_type: "bearer"
      }
    })
  })

  it("returns invalid_request to what is missing, repeated, or authenticated twice", async () => {
    const { credentials, token, complete } = await register()
    const twice = `${new URLSearchParams(complete)}&client_id=${credentials.client_id}`
    const responses = [
      await token({ ...credentials }),
      await token({ grant_type: "client_credentials" }),
      await token({ ...complete, client_secret: "" }),
      await token(twice),
      await token(complete, { Authorization: basic }),
      await token(complete, { Authorization: "Bearer x" }),
      await token(complete, { "Content-Type": "application/json" }),
      await token(complete, {}, `?client_id=${credentials.client_id}`)
    ]
    expect(responses.map(({ status, body }) => [status, body.error])).toEqual(
      responses.map(() => [400, "invalid_request"])
    )
  })

  it("accepts the parameters in the query, with a note and without a violation", async () => {
    const { simulator, token, complete } = await register()
    const device = { "X-Device-Info": btoa(JSON.stringify(television)) }
    const { client_id, client_secret, grant_type } = complete
    const responses = [
      await token({}, device, `?${new URLSearchParams(complete)}`),
      await token({ client_id, client_secret }, device, `?grant_type=${grant_type}`),
      await token({}, { ...device, "Content-Type": "text/plain" }, `?${new URLSearchParams(complete)}`)
    ]
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201])
    const calls = simulator.journal.calls("retrieveAccessToken")
    expect(calls.map(({ notes }) => notes)).toEqual([
      ["Accepted from the query: client_id, client_secret, grant_type. Send them in the body."],
      ["Accepted from the query: grant_type. Send them in the body."],
      ["Accepted from the query: client_id, client_secret, grant_type. Send them in the body."]
    ])
    expect(calls.flatMap(({ violations }) => violations)).toEqual([])
    expect(JSON.stringify(calls)).not.toContain(client_secret)
  })

  it("refuses a parameter twice in the query, and wrong credentials there as in the body", async () => {
    const { token, complete } = await register()
    const query = new URLSearchParams(complete)
    expect((await token({}, {}, `?${query}&client_id=${complete.client_id}`)).body).toEqual({
      error: "invalid_request"
    })
    query.set("client_secret", "wrong")
    expect((await token({}, {}, `?${query}`)).body).toEqual({ error: "invalid_client" })
  })

  it("returns unsupported_grant_type for another grant, unauthorized_client to one the client may not use", async () => {
    const { token, complete } = await register()
    expect((await token({ ...complete, grant_type: "refresh_token" })).body).toEqual({
      error: "unsupported_grant_type"
    })
    const limited = await register({ applications: [{ softwareStatement: "a.b.c", grantTypes: [] }] })
    expect((await limited.token(limited.complete)).body).toEqual({ error: "unauthorized_client" })
  })

  it("returns invalid_client to credentials that are wrong or revoked", async () => {
    const { simulator, credentials, token, complete } = await register()
    expect((await token({ ...complete, client_id: "nobody" })).body).toEqual({ error: "invalid_client" })
    expect((await token({ ...complete, client_secret: "wrong" })).body).toEqual({ error: "invalid_client" })
    simulator.revokeClient(credentials.client_id)
    expect((await token(complete)).body).toEqual({ error: "invalid_client" })
  })

  it("lets the credentials of a revoked statement go no further", async () => {
    const { simulator, token, complete } = await register()
    simulator.revokeStatement("a.b.c")
    expect((await token(complete)).body).toEqual({ error: "invalid_client" })
  })
})

const configurationStatus = async (
  options: SimulatorOptions,
  change: (simulator: ReturnType<typeof createCheckedSimulator>, clientId: string) => void = () => undefined
) => {
  const simulator = createCheckedSimulator(options)
  const application = await startApplication(simulator)
  change(simulator, application.clientId)
  const { status, body } = await application.configuration()
  return [status, body === "" ? "" : body.code]
}

const application = { softwareStatement: exampleSoftwareStatement }

describe("an access token", () => {
  it("that was revoked receives 401 without a body", async () => {
    expect(await configurationStatus({}, (simulator) => simulator.revokeTokens())).toEqual([401, ""])
  })

  it("of a revoked client or statement receives 401 with the code for its application", async () => {
    const code = "invalid_access_token_client_application"
    expect(await configurationStatus({}, (simulator, id) => simulator.revokeClient(id))).toEqual([401, code])
    expect(await configurationStatus({}, (simulator) => simulator.revokeStatement(exampleSoftwareStatement))).toEqual([
      401,
      code
    ])
  })

  it("without the scope of the REST API V2 never works", async () => {
    const applications = [{ ...application, scopes: [] }]
    expect(await configurationStatus({ applications })).toEqual([401, "invalid_access_token_client_application"])
  })

  it("of an application without the channel receives 401 with the code for the service provider", async () => {
    const options = {
      serviceProviders: ["REF30", "OTHER"],
      applications: [{ ...application, serviceProviders: ["OTHER"] }]
    }
    expect(await configurationStatus(options)).toEqual([401, "invalid_access_token_service_provider"])
  })

  it("does not help with a service provider that does not exist", async () => {
    expect(await configurationStatus({ serviceProviders: ["OTHER"] })).toEqual([
      400,
      "invalid_parameter_service_provider"
    ])
  })

  it("has to be there, as a Bearer", async () => {
    const simulator = createCheckedSimulator()
    const caller = await startApplication(simulator)
    const statuses = [
      await caller.configuration({ Authorization: "" }),
      await caller.configuration({ Authorization: basic }),
      await caller.configuration({ Authorization: "Bearer unknown" })
    ]
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(simulator.journal.violations().map(({ rule }) => rule)).toEqual(["authorization", "authorization"])
  })
})
