import { describe, expect, it } from "vitest"
import { startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator()
  return { simulator, application: await startApplication(simulator) }
}

describe("a fault that replaces the response", () => {
  it.each([
    [{ status: 503 }, 503, null, ""],
    [{ status: 502, html: "<h1>Bad Gateway</h1>" }, 502, "text/html", "<h1>Bad Gateway</h1>"],
    [{ status: 200, html: "<html></html>" }, 200, "text/html", "<html></html>"],
    [{ status: 200 }, 200, null, ""],
    [{ status: 418, json: { a: 1 }, headers: { "retry-after": "7" } }, 418, "application/json;charset=UTF-8", '{"a":1}']
  ])("is as scripted: %j", async (fault, status, contentType, text) => {
    const { simulator } = await start()
    simulator.faults.next("retrieveConfiguration", fault)
    const response = await simulator.fetch(`${simulator.origin}/api/v2/REF30/configuration`)
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      status,
      contentType,
      text
    ])
    expect(response.headers.get("retry-after")).toBe("headers" in fault ? "7" : null)
  })

  it("is the documented page for 429, and a page like a gateway's on demand", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveConfiguration", { status: 429 })
    simulator.faults.next("retrieveConfiguration", { status: 504, html: true })
    const [throttled, gateway] = [await application.configuration(), await application.configuration()]
    expect([throttled.status, throttled.body.length, gateway.status]).toEqual([429, 166, 504])
    expect(gateway.body).toContain("<h1>504 Error</h1>")
  })

  it("is an error of the registration operations, known or not", async () => {
    const { simulator } = await start()
    simulator.faults.next("registerClient", { error: "invalid_redirect_uri" })
    simulator.faults.next("registerClient", { error: "an_error_of_the_future" })
    const register = async () => {
      const response = await simulator.fetch(`${simulator.origin}/o/client/register`, { method: "POST" })
      return [response.status, await response.json()]
    }
    expect(await register()).toEqual([400, { error: "invalid_redirect_uri" }])
    expect(await register()).toEqual([400, { error: "an_error_of_the_future" }])
  })

  it("is an enhanced error with the status and action of the catalogue", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveProfiles", { enhancedError: "network_received_error", details: "upstream" })
    const { status, body } = await application.profiles()
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: "network_received_error", action: "retry", status: 403, details: "upstream" })
  })
})

describe("a fault that leaves no response", () => {
  it("resets the connection as fetch reports it", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveConfiguration", { reset: true })
    const failure = await application.configuration().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TypeError)
    expect(simulator.journal.calls("retrieveConfiguration")).toMatchObject([{ status: undefined, fault: "reset" }])
  })

  it("hangs until the caller aborts", async () => {
    const { simulator } = await start()
    simulator.faults.next("retrieveConfiguration", { hang: true })
    const abort = new AbortController()
    const call = simulator.fetch(`${simulator.origin}/api/v2/REF30/configuration`, { signal: abort.signal })
    const settled = await Promise.race([call.catch(() => "settled"), Promise.resolve().then(() => "pending")])
    expect(settled).toBe("pending")
    const reason = new Error("the viewer went away")
    abort.abort(reason)
    await expect(call).rejects.toBe(reason)
  })
})

describe("a call that is carried out although its response is lost", () => {
  it("leaves its effect, which it does not by default", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    const post = async (processed: boolean) => {
      simulator.faults.next("createAuthenticationSession", { status: 504, processed })
      const { code } = (await application.createSession({})).body
      expect(code).toBeUndefined()
    }
    const { code } = (await application.createSession({})).body
    await post(false)
    expect((await application.session(code)).status).toBe(200)
    await post(true)
    expect((await application.session(code)).body.code).toBe("invalid_authentication_session")
  })
})
