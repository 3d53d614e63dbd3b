import { describe, expect, it } from "vitest"
import { operations } from "../src/simulator/protocol/operations.ts"
import { returning, startApplication } from "./support/application.ts"
import { createCheckedSimulator } from "./support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator()
  return { simulator, application: await startApplication(simulator) }
}

const megabytes = (count: number) => "x".repeat(count * 1_048_576)

describe("an unknown path", () => {
  it.each([
    "/o/client",
    "/o/client/scopes",
    "/o/client/validate",
    "/api/v2",
    "/api/v2/REF30",
    "/api/v2//configuration",
    "/api/v2/REF30/decision/authorize/Cablevision",
    "/api/v1/config/REF30",
    "/",
    "/elsewhere"
  ])("is a 404: %s", async (path) => {
    const { simulator } = await start()
    const response = await simulator.fetch(`${simulator.origin}${path}`)
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/html"])
  })

  it("tolerates a trailing slash, which a sample prints", async () => {
    const { application } = await start()
    expect((await application.call("REF30/configuration/")).status).toBe(200)
  })

  it("with a broken escape reaches the operation as it is", async () => {
    const { application } = await start()
    expect((await application.call("REF30/profiles/%E0%A4%A")).body.code).toBe("invalid_parameter_mvpd")
  })

  it("is decoded once", async () => {
    const simulator = createCheckedSimulator({ mvpds: [{ id: "A/B C" }] })
    const application = await startApplication(simulator)
    const { code } = (await application.createSession({ mvpd: "A/B C", ...returning })).body
    simulator.mvpd.signIn(code)
    const { body } = await application.createSession({ mvpd: "A/B C" })
    expect(body.url).toBe("/api/v2/REF30/decisions/authorize/A%2FB%20C")
    expect((await application.profile("A%2FB%20C")).body.profiles).toHaveProperty(["A/B C"])
  })
})

describe("a wrong method", () => {
  it.each(Object.values(operations))("is a 405 that names the right one: $id", async (operation) => {
    const { simulator } = await start()
    const path = operation.path.replaceAll(/\{\w+\}/g, "x")
    const taken = Object.values(operations).filter((other) => other.path === operation.path)
    const response = await simulator.fetch(`${simulator.origin}${path}`, { method: "DELETE" })
    expect([response.status, response.headers.get("allow")]).toEqual([
      405,
      taken.map(({ method }) => method).join(", ")
    ])
  })

  it("gets a response in the form of its operation", async () => {
    const { simulator } = await start()
    const response = await simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`, { method: "PUT", body: "x" })
    expect([response.headers.get("content-type"), await response.json()]).toEqual([
      "application/json;charset=UTF-8",
      {}
    ])
    const page = await simulator.fetch(`${simulator.origin}/api/v2/authenticate/REF30/8ER640M`, { method: "POST" })
    expect(page.headers.get("content-type")).toBe("text/html")
    expect(simulator.journal.violations().map(({ rule }) => rule)).toEqual(["method", "method"])
  })
})

describe("a body that is not what it should be", () => {
  it("is refused without a code where there is none", async () => {
    const { application } = await start()
    const init = { method: "POST", body: "{}" }
    const response = await application.call("REF30/sessions", init, { "Content-Type": "application/json" })
    expect([response.status, response.body]).toEqual([400, ""])
  })

  it.each([
    ["malformed", "{", "application/json"],
    ["not an object", "[]", "application/json"],
    ["a form", "resources=REF30", "application/x-www-form-urlencoded"],
    ["absent", undefined, "application/json"]
  ])("is refused by the decisions with the code for resources: %s", async (_, body, contentType) => {
    const { application } = await start()
    const init = { method: "POST", ...(body === undefined ? {} : { body }) }
    const path = "REF30/decisions/authorize/Cablevision"
    const response = await application.call(path, init, { "Content-Type": contentType })
    expect([response.status, response.body.code]).toEqual([400, "invalid_parameter_resources"])
  })

  it("is read up to the limit, and refused beyond it", async () => {
    const simulator = createCheckedSimulator({ bodyLimit: 20 })
    const send = async (body: string) => {
      const headers = { "Content-Type": "application/x-www-form-urlencoded" }
      await simulator.fetch(`${simulator.origin}/o/client/token`, { method: "POST", headers, body })
      return simulator.journal.calls().at(-1)?.body
    }
    expect([await send("client_id=1234567890"), await send("client_id=12345678901")]).toEqual([
      { client_id: "1234567890" },
      undefined
    ])
  })

  it("of ten megabytes is refused and read no further than the limit", async () => {
    const { simulator, application } = await start()
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new TextEncoder().encode(megabytes(1)))
        if (pulled === 10) controller.close()
      }
    })
    const headers = { "Content-Type": "application/json" }
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" }
    const register = await simulator.fetch(`${simulator.origin}/o/client/register`, init)
    expect([register.status, await register.json()]).toEqual([400, { error: "invalid_request" }])
    expect(pulled).toBeLessThan(6)
    expect((await application.createSession({ mvpd: megabytes(10) })).status).toBe(400)
  })
})

describe("a header of ten megabytes", () => {
  it.each(["X-Device-Info", "Accept", "X-Forwarded-For", "AD-Service-Token", "AP-Partner-Framework-Status"])(
    "is survived: %s",
    async (name) => {
      const { application } = await start()
      expect((await application.profiles({ [name]: megabytes(10) })).status).toBe(200)
    }
  )

  it.each(["AP-Device-Identifier", "Authorization"])("is refused where it matters: %s", async (name) => {
    const { application } = await start()
    const { status } = await application.profiles({ [name]: megabytes(10) })
    expect(status).toBe(name === "Authorization" ? 401 : 400)
  })
})

describe("a device identifier", () => {
  it.each([
    "",
    "device-1",
    "fingerprint ",
    "fingerprint device",
    "fingerprint  ZGV2aWNl",
    "Fingerprint ZGV2aWNl",
    "ZGV2aWNl"
  ])("is refused as %j", async (value) => {
    const { application } = await start()
    const { status, body } = await application.profiles({ "AP-Device-Identifier": value })
    expect([status, body.code]).toEqual([400, "invalid_header_device_identifier"])
  })
})
