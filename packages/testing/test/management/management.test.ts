import { describe, expect, it } from "vitest"
import {
  createManualClock,
  createSimulatorCore,
  exampleSoftwareStatement,
  type SimulatorOptions
} from "../../src/simulator/index.ts"

const start = Date.parse("2026-11-27T08:00:00Z")
const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }
const identifierHeader = `fingerprint ${btoa(device.identifier)}`
const hash = "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"

const arrange = async (options: SimulatorOptions = {}) => {
  const clock = createManualClock(start)
  const simulator = createSimulatorCore({ clock, throttle: false, ...options })
  const post = async (path: string, body: BodyInit, headers: Record<string, string>) =>
    (await simulator.fetch(`${simulator.origin}${path}`, { method: "POST", body, headers })).json()
  const credentials = await post(
    "/o/client/register",
    JSON.stringify({ software_statement: exampleSoftwareStatement }),
    {
      "Content-Type": "application/json"
    }
  )
  const form = new URLSearchParams({
    client_id: credentials.client_id,
    client_secret: credentials.client_secret,
    grant_type: "client_credentials"
  })
  const token = await post("/o/client/token", form, {})
  const authorization = { Authorization: `Bearer ${token.access_token}` }
  const call = (path: string, init: RequestInit = {}) =>
    simulator.fetch(`${simulator.managementOrigin}${path}`, { ...init, headers: { ...authorization, ...init.headers } })
  const play = async (mvpd: string, headers: Record<string, string> = {}) => {
    const { decisions } = await post(
      `/api/v2/REF30/decisions/authorize/${mvpd}`,
      JSON.stringify({ resources: ["REF30"] }),
      {
        ...authorization,
        "Content-Type": "application/json",
        "AP-Device-Identifier": identifierHeader,
        ...headers
      }
    )
    return decisions[0].authorized ? "permit" : decisions[0].error.code
  }
  return { simulator, clock, call, play, credentials, authorization }
}

const promotional = { "AP-TempPass-Identity": btoa(JSON.stringify({ email: hash })) }

const watch = async () => {
  const arranged = await arrange()
  const { simulator, clock, play, authorization } = arranged
  const signIn = async (mvpd: string) => {
    const session = await simulator.fetch(`${simulator.origin}/api/v2/REF30/sessions`, {
      method: "POST",
      headers: { ...authorization, "AP-Device-Identifier": identifierHeader },
      body: new URLSearchParams({ mvpd, domainName: "adobe.com", redirectUrl: "https://adobe.com/" })
    })
    const { code } = await session.json()
    await simulator.fetch(`${simulator.origin}/api/v2/authenticate/REF30/${code}`, { redirect: "manual" })
    simulator.mvpd.signIn(code)
  }
  await signIn("Cablevision")
  await play("Cablevision")
  clock.advance(3_600_000)
  await signIn("Spectrum")
  await play("Spectrum")
  await play("Cablevision")
  return arranged
}

const mvpd = (id: string, more = "") =>
  `<proxiedMvpd><id>${id}</id><displayName>A &amp; B</displayName><logoURL/>${more}</proxiedMvpd>`
const list = (...members: ReadonlyArray<string>) => `<proxiedMvpds>${members.join("")}</proxiedMvpds>`
const push = (document: string): RequestInit => ({
  method: "POST",
  body: new URLSearchParams({ "proxied-mvpds": document })
})

describe("Reset TempPass", () => {
  it("lets the trial of one device start again", async () => {
    const { clock, call, play } = await arrange()
    expect(await play("TempPass_TEST40")).toBe("permit")
    clock.advance(180_000)
    expect(await play("TempPass_TEST40")).toBe("temporary_access_duration_limit_exceeded")
    const path = "/reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=TempPass_TEST40&device_id="
    expect((await call(`${path}another`, { method: "DELETE" })).status).toBe(204)
    expect(await play("TempPass_TEST40")).toBe("temporary_access_duration_limit_exceeded")
    const response = await call(`${path}${device.identifier}`, { method: "DELETE" })
    expect([response.status, await response.text()]).toEqual([204, ""])
    expect(await play("TempPass_TEST40")).toBe("permit")
  })

  it("resets both records of a promotional trial in two calls", async () => {
    const { clock, call, play } = await arrange()
    const query = "requestor_id=REF30&mvpd_id=flexibleTempPass"
    expect(await play("flexibleTempPass", promotional)).toBe("permit")
    clock.advance(600_000)
    await call(`/reset-tempass/v3/reset?${query}&device_id=${device.identifier}`, { method: "DELETE" })
    expect(await play("flexibleTempPass", promotional)).toBe("temporary_access_duration_limit_exceeded")
    await call(`/reset-tempass/v3/reset/generic?${query}&key=${hash}`, { method: "DELETE" })
    await call(`/reset-tempass/v3/reset?${query}&device_id=${device.identifier}`, { method: "DELETE" })
    expect(await play("flexibleTempPass", promotional)).toBe("permit")
  })

  it.each(["", "&device_id=all"])("resets every device with %j", async (selection) => {
    const { clock, call, play } = await arrange()
    await play("TempPass_TEST40")
    clock.advance(180_000)
    await call(`/reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=TempPass_TEST40${selection}`, { method: "DELETE" })
    expect(await play("TempPass_TEST40")).toBe("permit")
  })

  it.each([
    ["an unknown service provider", "reset?requestor_id=NOPE&mvpd_id=TempPass_TEST40&device_id=a", 400],
    ["a TempPass in another case", "reset?requestor_id=REF30&mvpd_id=temppass_test40&device_id=a", 400],
    ["an MVPD that is no TempPass", "reset?requestor_id=REF30&mvpd_id=Cablevision&device_id=a", 400],
    ["a key for a basic TempPass", "reset/generic?requestor_id=REF30&mvpd_id=TempPass_TEST40&key=a", 400],
    ["another path", "other", 404]
  ])("refuses %s", async (_, path, status) => {
    const { call } = await arrange()
    expect((await call(`/reset-tempass/v3/${path}`, { method: "DELETE" })).status).toBe(status)
  })
})

describe("access to the management APIs", () => {
  it("needs a valid token of a client that may use it, and is recorded in the journal", async () => {
    const { simulator, clock, call, credentials } = await arrange()
    expect((await call("/esm/v3", { headers: { Authorization: "Bearer nonsense" } })).status).toBe(401)
    expect((await call("/esm/v3", { method: "DELETE" })).status).toBe(405)
    expect((await call("/control/v3/other")).status).toBe(404)
    simulator.revokeClient(credentials.client_id)
    expect((await call("/esm/v3")).status).toBe(403)
    clock.advance(365 * 86_400_000)
    expect((await call("/esm/v3")).status).toBe(401)
    const calls = simulator.journal.calls().filter(({ path }) => path.startsWith("/esm"))
    expect(calls.map(({ status, violations }) => [status, violations])).toEqual(
      [401, 405, 403, 401].map((status) => [status, []])
    )
    expect(JSON.stringify(calls)).not.toContain("nonsense")
  })

  it("is not throttled, on any origin", async () => {
    const { simulator, authorization } = await arrange({ throttle: {} })
    for (let count = 0; count < 30; count++) {
      const request = new Request("http://127.0.0.1:1/esm/v3", { headers: authorization })
      expect((await simulator.handle(request)).status).toBe(200)
    }
  })
})

describe("Entitlement Service Monitoring", () => {
  it("counts what it saw, by Pacific time and MVPD", async () => {
    const { call } = await watch()
    const report = await (
      await call("/esm/v3/year/month/day/hour/mvpd?metrics=authn-attempts,authn-successful,authz-attempts,media-tokens")
    ).json()
    const day = { year: "2026", month: "11", day: "27" }
    const once = { "authn-attempts": "1", "authn-successful": "1", "authz-attempts": "1", "media-tokens": "1" }
    expect(report.report).toEqual([
      { ...day, hour: "0", mvpd: "Cablevision", ...once },
      { ...day, hour: "1", mvpd: "Spectrum", ...once },
      { ...day, hour: "1", mvpd: "Cablevision", ...once, "authn-attempts": "0", "authn-successful": "0" }
    ])
    expect(report._links["roll-up"].href).toBe("/esm/v3/year/month/day/hour")
    expect(report._links["drill-down"]).toEqual([{ href: "/esm/v3/year/month/day/hour/mvpd/requestor-id" }])
    for (const { href } of [report._links["roll-up"], ...report._links["drill-down"]]) {
      expect((await call(href)).status).toBe(200)
    }
  })

  it.each([
    ["/esm/v3?metrics=media-tokens", [{ "media-tokens": "3" }]],
    ["/esm/v3/year?mvpd=Spectrum&metrics=media-tokens", [{ year: "2026", "media-tokens": "1" }]],
    ["/esm/v3/year?mvpd!=Spectrum&metrics=media-tokens", [{ year: "2026", "media-tokens": "2" }]],
    ["/esm/v3/year?mvpd=Spectrum&mvpd=Cablevision&metrics=media-tokens", [{ year: "2026", "media-tokens": "3" }]],
    ["/esm/v3/year?mvpd&metrics=media-tokens&limit=1", [{ year: "2026", mvpd: "Cablevision", "media-tokens": "2" }]],
    ["/esm/v3/year/month/day?start=2026-11-28&metrics=media-tokens", []],
    [
      "/esm/v3/year/month/day/hour?start=2026-11-27T01:00&end=2026-11-27T02:00&metrics=authz-successful",
      [{ year: "2026", month: "11", day: "27", hour: "1", "authz-successful": "2" }]
    ]
  ])("responds to %s", async (path, records) => {
    const { call } = await watch()
    expect((await (await call(path)).json()).report).toEqual(records)
  })

  it("writes CSV by extension, parameter or Accept", async () => {
    const { call } = await watch()
    const csv = "year,media-tokens\n2026,3\n"
    for (const [path, accept] of [
      ["/esm/v3/year.csv?metrics=media-tokens", "application/json"],
      ["/esm/v3/year?format=csv&metrics=media-tokens", "application/json"],
      ["/esm/v3/year?metrics=media-tokens", "text/csv"]
    ] as const) {
      const response = await call(path, { headers: { Accept: accept } })
      expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/csv", csv])
    }
  })

  it.each([
    ["/esm/v3/month", 404],
    ["/esm/v3/year/mvpd/month", 404],
    ["/esm/v3/year?start=yesterday", 400],
    ["/esm/v3/year?unknown=1", 400],
    ["/esm/v3/year?limit=0", 400],
    ["/esm/v3/year.pdf", 406]
  ])("refuses %s with %i", async (path, status) => {
    const { call } = await arrange()
    const response = await call(path)
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/plain"])
  })
})

describe("Proxy MVPD", () => {
  const path = "/control/v3/mvpd-proxies/ProxyMVPD_Adobe/mvpds"
  it("keeps the list that was pushed", async () => {
    const { call } = await arrange()
    expect(await (await call(path)).text()).toBe("<proxiedMvpds></proxiedMvpds>")
    const document = `<?xml version="1.0"?><!-- new -->${list(
      mvpd("a", "<requestorIds><requestorId>REF30</requestorId></requestorIds>"),
      mvpd("b", "<iframeSize><iframeHeight>4</iframeHeight><iframeWidth>3</iframeWidth></iframeSize>")
    )}`
    expect((await call(path, push(document))).status).toBe(201)
    const response = await call(path)
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/xml", document])
  })

  it.each([
    ["duplicate id a", list(mvpd("a"), mvpd("a"))],
    ["unknown requestorId NOPE", list(mvpd("a", "<requestorIds><requestorId>NOPE</requestorId></requestorIds>"))],
    ["requestorId is missing", list(mvpd("a", "<requestorIds></requestorIds>"))],
    ["displayName is missing", list("<proxiedMvpd><id>a</id><logoURL/></proxiedMvpd>")],
    ["displayName occurs twice", list(mvpd("a", "<displayName>c</displayName>"))],
    ["id is empty", list(mvpd(" "))],
    ["html is not allowed there", "<html></html>"],
    ["an entity is not defined", list(mvpd("a&nbsp;"))],
    ["the document is not well-formed", list(mvpd("a")).slice(0, -3)],
    ["the document is not well-formed", "<proxiedMvpds><proxiedMvpd></proxiedMvpds>"],
    ["proxiedMvpds is missing", ""]
  ])("stores nothing of a document in which %s", async (problem, document) => {
    const { call } = await arrange()
    await call(path, push(list(mvpd("kept"))))
    const response = await call(path, push(document))
    expect([response.status, await response.text()]).toEqual([400, problem])
    expect(await (await call(path)).text()).toBe(list(mvpd("kept")))
  })

  it("knows only the proxy MVPDs of its options", async () => {
    const { call } = await arrange({ proxyMvpds: ["Mine"] })
    expect((await call(path)).status).toBe(403)
    expect((await call(path, push(list()))).status).toBe(403)
    expect((await call("/control/v3/mvpd-proxies/Mine/mvpds", push(list()))).status).toBe(201)
  })
})
