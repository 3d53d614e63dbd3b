import { describe, expect, it } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { origin, startControl } from "./control.ts"

const info = { model: "C4", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const described = { "X-Device-Info": btoa(JSON.stringify(info)) }
const device = { "AP-Device-Identifier": `fingerprint ${btoa("television-1")}`, ...described }

/** An application with an access token and a session, and the API that controls its simulator. */
const startApplication = async () => {
  const started = startControl()
  const { fetch } = started
  const registered = await fetch(`${origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf-8", ...described },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })
  const { client_id, client_secret } = await registered.json()
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  const token = await fetch(`${origin}/o/client/token`, { method: "POST", headers: described, body })
  const { access_token } = await token.json()
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${access_token}`, ...device, ...init.headers }
    const response = await fetch(`${origin}/api/v2/REF30/${path}`, { ...init, headers })
    const json = await response.text()
    return { status: response.status, body: json === "" ? undefined : JSON.parse(json) }
  }
  const parameters = { mvpd: "Cablevision", domainName: "adobe.com", redirectUrl: "https://adobe.com/done" }
  const session = await call("sessions", { method: "POST", body: new URLSearchParams(parameters) })
  const code = String(session.body.code)
  return { ...started, call, code, clientId: String(client_id), accessToken: String(access_token) }
}

const authorize = (resource: string): [string, RequestInit] => [
  "decisions/authorize/Cablevision",
  {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf-8" },
    body: JSON.stringify({ resources: [resource] })
  }
]

describe("the control API", () => {
  it("scripts faults for the next calls, the n-th call, or some of them", async () => {
    const { call, post, get } = await startApplication()
    const operation = "retrieveProfiles"
    expect((await post("faults", { operation, fault: { status: 503 }, times: 2 })).status).toBe(204)
    expect((await post("faults", { operation, fault: { status: 502 }, nth: 4 })).status).toBe(204)
    const statuses = [await call("profiles"), await call("profiles"), await call("profiles")].map(
      ({ status }) => status
    )
    expect(statuses).toEqual([503, 503, 200])
    expect((await get("state")).body.unusedFaults).toEqual(["call number 4 of retrieveProfiles: status 502"])
    expect((await call("profiles")).status).toBe(502)
    expect((await post("faults", { operation: "*", fault: { status: 500 }, rate: 1 })).status).toBe(204)
    expect((await call("profiles")).status).toBe(500)
  })

  it("signs viewers in and declines, by the code that the state lists", async () => {
    const { call, post, get, code } = await startApplication()
    expect((await get("state")).body.sessions).toEqual([
      { code, serviceProvider: "REF30", mvpd: "Cablevision", state: "waiting", notAfter: expect.any(Number) }
    ])
    const back = { status: 200, body: { redirectUrl: "https://adobe.com/done" } }
    expect(await post("decline", { code })).toMatchObject(back)
    expect((await get("state")).body.sessions).toMatchObject([{ state: "declined" }])
    expect(await post("sign-in", { code, viewer: "jane" })).toMatchObject(back)
    expect((await call("profiles")).body.profiles.Cablevision.attributes.userID.value).toBe("jane")
  })

  it("adds rules and degrades integrations", async () => {
    const { call, post, code } = await startApplication()
    await post("sign-in", { code })
    await post("rules", { mvpd: "Cablevision", resource: "premium", decision: "deny", details: "Not in your package." })
    expect((await call(...authorize("premium"))).body.decisions).toMatchObject([
      { authorized: false, error: { code: "authorization_denied_by_mvpd", details: "Not in your package." } }
    ])
    await post("degrade", { mvpd: "Cablevision", rule: "AuthZNone", message: "Back at noon." })
    expect((await call(...authorize("REF30"))).body.decisions).toMatchObject([
      { authorized: false, error: { details: "Back at noon." } }
    ])
    await post("degrade", { mvpd: "Cablevision", rule: "none" })
    expect((await call(...authorize("REF30"))).body.decisions).toMatchObject([{ authorized: true }])
  })

  it("ends sessions, tokens and clients", async () => {
    const { call, post, get, code, clientId, accessToken } = await startApplication()
    expect((await post("expire-session", { code })).status).toBe(204)
    expect((await get("state")).body.sessions).toMatchObject([{ state: "expired" }])
    expect((await post("revoke-client", { clientId })).status).toBe(204)
    expect(await call("profiles")).toMatchObject({
      status: 401,
      body: { code: "invalid_access_token_client_application" }
    })
    expect((await post("revoke-tokens", { accessToken })).status).toBe(204)
    expect(await call("profiles")).toEqual({ status: 401, body: undefined })
    expect((await post("revoke-tokens")).status).toBe(204)
    expect((await get("state")).body.counts.accessTokens).toBe(0)
  })

  it("reads the journal, redacted, the violations and the coverage", async () => {
    const { call, get, accessToken } = await startApplication()
    await call("profiles?unknown=1")
    const { body: calls } = await get("journal?operation=retrieveProfiles")
    expect(calls).toMatchObject([{ operation: "retrieveProfiles", status: 200, deviceIdentifier: "television-1" }])
    expect((await get("journal")).body).toHaveLength(4)
    expect(JSON.stringify(calls)).not.toContain(accessToken)
    expect((await get("violations")).body).toEqual([
      { rule: "parameter", consequence: "ignored", message: "Not query parameters of this operation: `unknown`." }
    ])
    expect((await get("coverage")).body.operations.retrieveProfiles.responses).toEqual({ 200: 1 })
  })

  it("starts again with a reset", async () => {
    const { call, post, get } = await startApplication()
    await post("faults", { operation: "*", fault: { reset: true } })
    expect((await post("reset")).status).toBe(204)
    expect((await get("state")).body).toMatchObject({ seed: 1, counts: { clients: 0, sessions: 0 }, unusedFaults: [] })
    expect((await get("journal")).body).toEqual([])
    expect((await call("profiles")).status).toBe(401)
  })

  it("lets no cache store its responses", async () => {
    const { get, post } = startControl()
    const responses = [await get("state"), await post("reset"), await get("nothing")]
    expect(responses.map(({ headers }) => headers.get("cache-control"))).toEqual(responses.map(() => "no-store"))
  })

  it("leaves other paths alone", async () => {
    const { control } = startControl()
    expect(await control.handle(new Request(`${origin}/simulator`), { address: "127.0.0.1" })).toBeUndefined()
    expect(
      await control.handle(new Request(`${origin}/api/v2/REF30/profiles`), { address: "10.0.0.1" })
    ).toBeUndefined()
  })
})

describe("what cannot be performed", () => {
  it.each([
    ["faults", { operation: "retrieveEverything", fault: { status: 503 } }, /^`operation` has to be one of: .*, \*\.$/],
    ["faults", { operation: "*" }, /^`fault` has to be an object\.$/],
    ["faults", { operation: "*", fault: {} }, /^`fault` is empty\. It takes: /],
    ["faults", { operation: "*", fault: { statsu: 503 } }, /^`fault` has no member `statsu`\. It takes: /],
    ["faults", { operation: "*", fault: { toString: 1 } }, /^`fault` has no member `toString`\./],
    ["faults", { operation: "*", fault: { status: "503" } }, /^`fault\.status` has a value that is not possible\.$/],
    ["faults", { operation: "*", fault: { status: 503, reset: true } }, /^`fault` has status and reset: choose one\.$/],
    [
      "faults",
      { operation: "*", fault: { hang: true }, nth: 1, rate: 1 },
      /^Choose one of `times`, `nth` and `rate`\.$/
    ],
    ["faults", { operation: "*", fault: { hang: true }, nth: 0 }, /^Failed to script a fault: `n` is 0\./],
    ["faults", { operation: "*", fault: { hang: true }, times: "2" }, /^Failed to script a fault: `times` is NaN\./],
    ["faults", { operation: "*", fault: { hang: true }, rate: 2 }, /^Failed to script a fault: the probability is 2\./],
    ["faults", { operation: "*", fault: { missingDecisions: "body" } }, /is for the decision operations, not \*\.$/],
    ["rules", { mvpd: "Nope", resource: "a", decision: "deny" }, /^Failed to add a rule: there is no MVPD Nope\./],
    ["rules", { mvpd: "Dish", resource: "a", decision: "maybe" }, /^`decision` has to be one of: permit, deny, /],
    ["sign-in", {}, /^`code` has to be a string that is not empty\.$/],
    ["sign-in", { code: "ABCDEFG" }, /^Failed to sign in with code ABCDEFG: the session is unknown\./],
    ["sign-in", { code: "ABCDEFG", name: "x" }, /^Unknown members: name\. It takes: code, viewer\.$/],
    ["decline", { code: 1 }, /^`code` has to be a string that is not empty\.$/],
    ["revoke-client", { clientId: "unknown" }, /^Failed to revoke a client: there is no client unknown\./],
    ["degrade", { mvpd: "Dish", rule: "All" }, /^`rule` has to be one of: AuthNAll, AuthZAll, AuthZNone, none\.$/],
    ["reset", { now: true }, /^Unknown members: now\. This operation takes none\.$/],
    ["reset", [], /^The body has to be a JSON object\.$/]
  ])("is a 400 that says why: %s %j", async (path, body, message) => {
    const { post } = startControl()
    const response = await post(path, body)
    expect([response.status, response.body]).toEqual([400, { error: { message: expect.stringMatching(message) } }])
  })

  it("is a 404 for an unknown path, also for names of the language", async () => {
    const { get } = startControl()
    const statuses = [await get("nothing"), await get("constructor"), await get("__proto__"), await get("")]
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  it("is a 405 that names the method, a 415 for another content type, and a 413 for a body that is too large", async () => {
    const { get, send, post } = startControl()
    const wrongMethod = await get("reset")
    expect([wrongMethod.status, wrongMethod.headers.get("allow")]).toEqual([405, "POST"])
    const text = { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" }
    expect((await send("/simulator/reset", text)).status).toBe(415)
    expect((await post("sign-in", { code: "x".repeat(70_000) })).status).toBe(413)
  })
})
