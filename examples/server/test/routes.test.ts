import { afterEach, describe, expect, it, vi } from "vitest"
import { backend } from "./backend.ts"

afterEach(() => {
  vi.useRealTimers()
})

describe("GET /devices/{id}/mvpds", () => {
  it("lists the MVPDs of the platform, with one configuration call for all devices, as the device that needs it", async () => {
    const { call, count, simulator } = backend()
    const { status, body } = await call("GET", "/devices/kitchen/mvpds")
    await call("GET", "/devices/kitchen/mvpds")
    await call("GET", "/devices/cellar/mvpds")
    expect(status).toBe(200)
    expect(body.mvpds[0]).toMatchObject({ id: "Cablevision", displayName: "Optimum", logoUrl: expect.any(String) })
    expect(count("retrieveConfiguration")).toBe(1)
    expect(count("registerClient")).toBe(1)
    expect(simulator.journal.calls("retrieveConfiguration")[0]?.deviceIdentifier).toBe("kitchen")
    simulator.journal.expectNoViolations()
  })
})

describe("GET /mvpds", () => {
  it("lists the same for a page without a device identifier, from the cache of the platform", async () => {
    const { call, count, simulator } = backend()
    const listed = await call("GET", "/mvpds")
    expect(listed.status).toBe(200)
    expect(await call("GET", "/devices/kitchen/mvpds")).toEqual(listed)
    expect(await call("GET", "/mvpds")).toEqual(listed)
    expect(count("retrieveConfiguration")).toBe(1)
    expect(count("registerClient")).toBe(1)
    simulator.journal.expectNoViolations()
  })
})

describe("POST /devices/{id}/sign-in", () => {
  it("returns a code, the login page and when the code ends", async () => {
    const { call, simulator } = backend()
    const { body } = await call("POST", "/devices/kitchen/sign-in", { mvpd: "Cablevision" })
    expect(body).toEqual({
      code: expect.any(String),
      expiresAt: expect.any(Number),
      missing: [],
      url: `${simulator.origin}/api/v2/authenticate/REF30/${body.code}`
    })
  })

  it("returns a code without a login page if the second screen selects the MVPD", async () => {
    const { call } = backend()
    const { body } = await call("POST", "/devices/kitchen/sign-in")
    expect(body).toMatchObject({ code: expect.any(String), missing: ["mvpd"] })
    expect(body).not.toHaveProperty("url")
  })

  it("says that the viewer is signed in already", async () => {
    const { call, signIn } = backend()
    await signIn("kitchen")
    const { body } = await call("POST", "/devices/kitchen/sign-in", { mvpd: "Cablevision" })
    expect(body).toEqual({ signedIn: { mvpd: "Cablevision" } })
  })

  it("returns a problem for an MVPD that is gone", async () => {
    const { call, simulator } = backend()
    simulator.disableIntegration({ mvpd: "Cablevision" })
    const { status, headers, body } = await call("POST", "/devices/kitchen/sign-in", { mvpd: "Cablevision" })
    expect(status).toBe(409)
    expect(headers.get("Content-Type")).toBe("application/problem+json")
    expect(body).toMatchObject({ kind: "choose-provider", code: "invalid_integration", trace: expect.any(String) })
  })
})

describe("GET /devices/{id}/sign-in/{code}", () => {
  it("waits, is not hurried by the device, and ends signed in", async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    const { call, simulator, count } = backend()
    const { code } = (await call("POST", "/devices/kitchen/sign-in", { mvpd: "Cablevision" })).body
    const path = `/devices/kitchen/sign-in/${code}`
    expect((await call("GET", path)).body).toEqual({ status: "waiting", retryAfter: 5_000 })
    for (let poll = 0; poll < 20; poll++) {
      expect((await call("GET", path)).body).toEqual({ status: "waiting", retryAfter: 3_000 })
    }
    simulator.mvpd.signIn(code)
    vi.setSystemTime(Date.now() + 3_000)
    expect((await call("GET", path)).body).toEqual({ status: "signed-in", mvpd: "Cablevision" })
    expect(count("retrieveProfileForCode")).toBe(2)
    simulator.journal.expectNoViolations()
  })

  it("ends for a code that another one has superseded", async () => {
    const { call, count } = backend()
    const { code } = (await call("POST", "/devices/kitchen/sign-in")).body
    await call("POST", "/devices/kitchen/sign-in")
    expect((await call("GET", `/devices/kitchen/sign-in/${code}`)).body).toEqual({ status: "ended", why: "superseded" })
    expect(count("retrieveProfileForCode")).toBe(0)
  })
})

describe("GET /devices/{id}/profile", () => {
  it("returns the MVPD, and nothing that it says about its viewer", async () => {
    const { call, signIn } = backend()
    await signIn("kitchen")
    const { body } = await call("GET", "/devices/kitchen/profile")
    expect(body).toEqual({ mvpd: "Cablevision", kind: "regular", endsAt: expect.any(Number) })
  })

  it("returns a problem if no viewer is signed in", async () => {
    const { call } = backend()
    expect(await call("GET", "/devices/kitchen/profile")).toMatchObject({ status: 403, body: { kind: "sign-in" } })
  })
})

describe("POST /devices/{id}/catalogue", () => {
  it("returns decisions in request order, with one call for five resources", async () => {
    const { call, signIn, simulator, count } = backend()
    await signIn("kitchen")
    simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny", details: "Not in your package." })
    const resources = ["a", "premium", "c", "d", "e", "f"]
    const { body } = await call("POST", "/devices/kitchen/catalogue", { resources })
    expect(body.decisions).toEqual([
      { resource: "a", kind: "permit" },
      { resource: "premium", kind: "deny", text: "Not in your package." },
      ...["c", "d", "e", "f"].map((resource) => ({ resource, kind: "permit" }))
    ])
    expect(count("retrievePreauthorizationDecisions")).toBe(2)
    simulator.journal.expectNoViolations()
  })

  it.each([[{}], [{ resources: "a" }], [{ resources: [1] }], ["{"], ["[]"]])("refuses the body %j", async (body) => {
    const { call, simulator } = backend()
    const refused = await call("POST", "/devices/kitchen/catalogue", body)
    expect(refused).toMatchObject({
      status: 400,
      body: { title: "Bad Request", detail: expect.stringContaining("Send") }
    })
    expect(simulator.journal.calls()).toHaveLength(0)
  })
})

describe("POST /devices/{id}/play", () => {
  it("returns the media token once, for no cache", async () => {
    const { call, signIn, count } = backend()
    await signIn("kitchen")
    const { status, headers, body } = await call("POST", "/devices/kitchen/play", { resource: "REF30" })
    expect(status).toBe(200)
    expect(atob(body.mediaToken)).toContain("<signatureInfo>")
    expect(headers.get("Cache-Control")).toBe("no-store")
    await call("POST", "/devices/kitchen/play", { resource: "REF30" })
    expect(count("retrieveAuthorizationDecisions")).toBe(2)
  })

  it("returns a problem with the words of the MVPD", async () => {
    const { call, signIn, simulator, count } = backend()
    await signIn("kitchen")
    simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny", details: "Not in your package." })
    expect(await call("POST", "/devices/kitchen/play", { resource: "premium" })).toMatchObject({
      status: 403,
      body: { kind: "denied", detail: "Not in your package.", code: "authorization_denied_by_mvpd" }
    })
    expect(count("initiateLogout")).toBe(0)
  })

  it("asks for a sign-in when the profile has ended, and looks for it the next time", async () => {
    const { call, signIn, simulator, count } = backend()
    await signIn("kitchen")
    simulator.expireProfiles()
    expect(await call("POST", "/devices/kitchen/play", { resource: "REF30" })).toMatchObject({
      status: 403,
      body: { kind: "sign-in" }
    })
    await call("POST", "/devices/kitchen/play", { resource: "REF30" })
    expect(count("retrieveProfiles")).toBe(1)
  })

  it("says when to try again", async () => {
    const { call, signIn, simulator } = backend()
    await signIn("kitchen")
    simulator.faults.next("retrieveAuthorizationDecisions", { status: 503 })
    const { status, headers } = await call("POST", "/devices/kitchen/play", { resource: "REF30" })
    expect(status).toBe(503)
    expect(headers.get("Retry-After")).toBe("5")
  })
})

describe("POST /devices/{id}/sign-out", () => {
  it("returns what the device has to do", async () => {
    const { call, signIn } = backend()
    await signIn("kitchen")
    const { body } = await call("POST", "/devices/kitchen/sign-out")
    expect(body.steps).toMatchObject([{ kind: "open", mvpd: "Cablevision", address: { href: expect.any(String) } }])
    expect((await call("GET", "/devices/kitchen/profile")).status).toBe(403)
    expect((await call("POST", "/devices/kitchen/sign-out")).body).toEqual({ steps: [] })
  })
})

describe("GET /healthz and GET /metrics", () => {
  it("say that the server is well, and what it has done", async () => {
    const { call, signIn } = backend()
    expect((await call("GET", "/healthz")).body).toEqual({ status: "ok" })
    await signIn("kitchen")
    const { body } = await call("GET", "/metrics")
    expect(body).toContain("# TYPE adobe_pass_registrations_total counter\nadobe_pass_registrations_total 1\n")
    expect(body).toContain("adobe_pass_tokens_total 1\n")
    expect(body).toContain("adobe_pass_throttled_total 0\n")
  })
})

describe("a request", () => {
  it.each([
    ["no X-Device-Info", { "X-Device-Info": "" }],
    ["another X-Device-Info", { "X-Device-Info": "webOS" }],
    ["an X-Device-Info without osName", { "X-Device-Info": btoa('{"model":"OLED55"}') }],
    ["an X-Device-Info without a model", { "X-Device-Info": btoa('{"osName":"webOS"}') }]
  ])("is refused with %s, before any call", async (_name, headers) => {
    const { call, simulator } = backend()
    expect(await call("GET", "/devices/kitchen/profile", undefined, headers)).toMatchObject({ status: 400 })
    expect(simulator.journal.calls()).toHaveLength(0)
  })

  it("leaves neither codes nor tokens nor device identifiers in the log", async () => {
    const { call, signIn, simulator, lines } = backend()
    await signIn("kitchen")
    simulator.faults.rate("retrieveAuthorizationDecisions", 1, { enhancedError: "invalid_configuration_platform" })
    await call("POST", "/devices/kitchen/play", { resource: "REF30" })
    expect(lines).toEqual([
      {
        level: "error",
        path: "/devices/:id/play",
        status: 500,
        kind: "out-of-service",
        code: "invalid_configuration_platform",
        trace: expect.any(String)
      }
    ])
  })
})
