import { describe, expect, it } from "vitest"
import type { Simulator } from "../../src/index.ts"
import { returning, startApplication, type TestApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (strict = false) => {
  const simulator = createCheckedSimulator({ strict })
  return { simulator, application: await startApplication(simulator) }
}

const deviceInfo = (info: unknown) => ({ "X-Device-Info": btoa(JSON.stringify(info)) })

const complete = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

/** What a lenient simulator notes and a strict one refuses: the deed, the rule, and the strict error. */
const deeds: ReadonlyArray<readonly [string, string, string, (application: TestApplication) => Promise<unknown>]> = [
  [
    "a header of another operation",
    "header",
    "strict_violation",
    (application) => application.configuration({ "AP-TempPass-Identity": btoa('{"email":"x"}') })
  ],
  [
    "a header of nobody's",
    "header",
    "strict_violation",
    (application) => application.configuration({ traceparent: "00-0-0-00" })
  ],
  [
    "an Accept without JSON",
    "header",
    "strict_violation",
    (application) => application.profiles({ Accept: "text/html" })
  ],
  [
    "an unknown query parameter",
    "parameter",
    "strict_violation",
    (application) => application.call("REF30/profiles?verbose=1")
  ],
  [
    "an unknown member of a form",
    "body",
    "strict_violation",
    (application) => application.createSession({ redirect_url: returning.redirectUrl })
  ],
  [
    "a list in X-Forwarded-For",
    "forwarded-for",
    "strict_violation",
    (application) => application.configuration({ "X-Forwarded-For": "203.45.101.20, 10.0.0.1" })
  ],
  [
    "a port in X-Forwarded-For",
    "forwarded-for",
    "strict_violation",
    (application) => application.configuration({ "X-Forwarded-For": "203.45.101.20:53124" })
  ],
  [
    "an unreadable X-Device-Info",
    "device-info",
    "invalid_header_device_info",
    (application) => application.configuration({ "X-Device-Info": "TV" })
  ],
  [
    "an X-Device-Info without required keys",
    "device-info",
    "invalid_header_device_info",
    (application) => application.configuration(deviceInfo({ model: "OLED55", osName: "webOS" }))
  ],
  [
    "an X-Device-Info with a value outside its list",
    "device-info",
    "invalid_header_device_info",
    (application) => application.configuration(deviceInfo({ ...complete, osName: "Roku" }))
  ],
  [
    "a domain the service provider does not have",
    "domain-name",
    "strict_violation",
    (application) => application.createSession({ domainName: "elsewhere.example" })
  ]
]

it.each(["VehicleMultimediaSystem", "Projector"])(
  "accepts the hardware type %s, which the lists lack",
  async (type) => {
    const { simulator, application } = await start(true)
    const info = deviceInfo({ ...complete, primaryHardwareType: type })
    expect(await application.configuration(info)).toMatchObject({ status: 200 })
    simulator.journal.expectNoViolations()
  }
)

describe("what the real server ignores", () => {
  it.each(deeds)("is let pass and noted: %s", async (_, rule, __, deed) => {
    const { simulator, application } = await start()
    const response = await deed(application)
    expect(response).toMatchObject({ status: 200 })
    expect(simulator.journal.violations()).toEqual([{ rule, consequence: "ignored", message: expect.any(String) }])
    expect(() => simulator.journal.expectNoViolations()).toThrow(`(${rule}):`)
  })

  it.each(deeds)("fails in a strict simulator: %s", async (_, __, code, deed) => {
    const { application } = await start(true)
    expect(await deed(application)).toMatchObject({ status: 400, body: { code } })
  })

  it("leaves a strict simulator as it was", async () => {
    const { simulator, application } = await start(true)
    expect((await application.createSession({ redirect_url: "x" })).body).toEqual({
      action: "none",
      status: 400,
      code: "strict_violation",
      message: "Not members of the body of this operation: `redirect_url`.",
      trace: expect.any(String)
    })
    expect(simulator.journal.coverage().enumValues.SessionActionName.seen).toEqual([])
  })
})

const send = (simulator: Simulator, headers: Record<string, string>) =>
  simulator.fetch(`${simulator.origin}/o/client/token`, { method: "POST", headers, body: new URLSearchParams({}) })

describe("X-Device-Info on the registration operations", () => {
  it("is missed, except from a browser", async () => {
    const simulator = createCheckedSimulator()
    await send(simulator, {})
    await send(simulator, { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64)" })
    await send(simulator, deviceInfo(complete))
    const rules = simulator.journal.calls().map(({ violations }) => violations.map(({ rule }) => rule))
    expect(rules).toEqual([["device-info", "body"], ["body"], ["body"]])
  })

  it("fails a strict simulator when it is missing", async () => {
    const simulator = createCheckedSimulator({ strict: true })
    const response = await send(simulator, {})
    expect([response.status, await response.json()]).toEqual([400, { error: "invalid_request" }])
  })
})

describe("a well-behaved application", () => {
  it("violates nothing, strict or not", async () => {
    for (const strict of [true, false]) {
      const { simulator, application } = await start(strict)
      const { code } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
      await application.profileForCode(code)
      simulator.mvpd.signIn(code)
      simulator.clock.advance(5_000)
      await application.profileForCode(code)
      await application.session(code)
      await application.authorize("Cablevision", ["REF30"])
      await application.preauthorize("Cablevision", ["REF30"])
      await application.configuration({ "X-Forwarded-For": "2001:db8::1" })
      await application.logout("Cablevision")
      simulator.journal.expectNoViolations()
      expect(simulator.journal.calls().map(({ status }) => status)).not.toContain(400)
    }
  })
})
