import { describe, expect, it } from "vitest"
import { createManualClock, createSimulator, exampleSoftwareStatement, type Simulator } from "../../src/index.ts"

const register = (simulator: Simulator, softwareStatement = exampleSoftwareStatement) =>
  simulator.fetch(`${simulator.origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf-8" },
    body: JSON.stringify({ software_statement: softwareStatement })
  })

const retrieveAccessToken = (simulator: Simulator, parameters: Record<string, string>) =>
  simulator.fetch(`${simulator.origin}/o/client/token`, { method: "POST", body: new URLSearchParams(parameters) })

const obtainToken = async (simulator: Simulator): Promise<string> => {
  const { client_id, client_secret } = await (await register(simulator)).json()
  const response = await retrieveAccessToken(simulator, { client_id, client_secret, grant_type: "client_credentials" })
  return (await response.json()).access_token
}

const retrieveConfiguration = (simulator: Simulator, token: string, serviceProvider = "REF30") =>
  simulator.fetch(`${simulator.origin}/api/v2/${serviceProvider}/configuration`, {
    headers: { Authorization: `Bearer ${token}` }
  })

describe("the registration flow", () => {
  it("leads from a statement to the configuration", async () => {
    const simulator = createSimulator()
    const response = await retrieveConfiguration(simulator, await obtainToken(simulator))
    expect(response.status).toBe(200)
    const { requestor } = await response.json()
    expect(requestor.id).toBe("REF30")
    expect(requestor.mvpds.map(({ id }: { id: string }) => id)).toContain("Cablevision")
    expect(requestor.mvpds.map(({ id }: { id: string }) => id)).not.toContain("ATTOTT")
  })

  it("gives a new pair to every registration", async () => {
    const simulator = createSimulator()
    const [first, second] = [await (await register(simulator)).json(), await (await register(simulator)).json()]
    expect(first.client_id).not.toBe(second.client_id)
  })

  it("dates credentials in seconds and tokens in milliseconds", async () => {
    const clock = createManualClock()
    const simulator = createSimulator({ clock })
    const credentials = await (await register(simulator)).json()
    expect(credentials.client_id_issued_at).toBe(Math.floor(clock.now() / 1_000))
    const token = await (
      await retrieveAccessToken(simulator, { ...pair(credentials), grant_type: "client_credentials" })
    ).json()
    expect(token).toMatchObject({ created_at: clock.now(), expires_in: 21_600, token_type: "bearer" })
  })

  it("returns 401 from the moment the token has expired", async () => {
    const clock = createManualClock()
    const simulator = createSimulator({ clock, tokenLifetime: 60 })
    const token = await obtainToken(simulator)
    clock.advance(59_999)
    expect((await retrieveConfiguration(simulator, token)).status).toBe(200)
    clock.advance(1)
    expect((await retrieveConfiguration(simulator, token)).status).toBe(401)
  })

  it("tells which error a bad registration or token call is", async () => {
    const simulator = createSimulator({
      throttle: false,
      applications: [{ softwareStatement: "a.b.c" }, { softwareStatement: "d.e.f", status: "revoked" }]
    })
    const { client_id, client_secret } = await (await register(simulator, "a.b.c")).json()
    const token = { client_id, client_secret, grant_type: "client_credentials" }
    const responses = [
      await register(simulator, "x.y.z"),
      await register(simulator, "d.e.f"),
      await simulator.fetch(`${simulator.origin}/o/client/register`, { method: "POST", body: "not JSON" }),
      await retrieveAccessToken(simulator, { client_id, client_secret }),
      await retrieveAccessToken(simulator, { ...token, grant_type: "password" }),
      await retrieveAccessToken(simulator, { ...token, client_secret: "wrong" })
    ]
    expect(
      await Promise.all(responses.map(async (response) => [response.status, (await response.json()).error]))
    ).toEqual([
      [400, "invalid_software_statement"],
      [400, "unapproved_software_statement"],
      [400, "invalid_request"],
      [400, "invalid_request"],
      [400, "unsupported_grant_type"],
      [400, "invalid_client"]
    ])
  })
})

const pair = ({ client_id, client_secret }: { client_id: string; client_secret: string }) => ({
  client_id,
  client_secret
})
