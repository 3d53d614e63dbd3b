import { expect, it } from "vitest"
import { createControlApi, startSimulatorServer } from "../../src/server/index.ts"
import { createSimulatorCore } from "../../src/simulator/index.ts"
import { onTestFinished } from "vitest"
import { exchangeRaw } from "../server/raw-connection.ts"
import { origin, startControl } from "./control.ts"

it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])("responds to %s", async (address) => {
  expect((await startControl().send("/simulator/state", {}, address)).status).toBe(200)
})

it.each(["10.0.0.5", "192.168.1.20", "203.45.101.20", "2001:db8::1", "::ffff:10.0.0.5", "127.0.0.1.evil.example", ""])(
  "refuses the machine %j",
  async (address) => {
    const { status, body } = await startControl().send("/simulator/state", {}, address)
    expect([status, body.error.message]).toEqual([
      403,
      "The control API responds to clients on the simulator's own machine only."
    ])
  }
)

it("refuses a request without an address", async () => {
  const { control } = startControl()
  expect((await control.handle(new Request(`${origin}/simulator/state`)))?.status).toBe(403)
})

it.each([
  ["X-Forwarded-For", "127.0.0.1"],
  ["Forwarded", "for=127.0.0.1"],
  ["Via", "1.1 proxy"],
  ["X-Forwarded-Host", "localhost"]
])("refuses what comes through a proxy: %s", async (name, value) => {
  expect((await startControl().send("/simulator/state", { headers: { [name]: value } })).status).toBe(403)
})

it.each([
  ["http://localhost:4010", 200],
  ["http://127.0.0.1:4010", 200],
  ["http://[::1]:4010", 200],
  ["http://evil.example:4010", 403],
  ["http://localhost.evil.example:4010", 403],
  ["http://127.0.0.1.evil.example:4010", 403],
  ["http://10.0.0.5:4010", 403]
])("checks the host against DNS rebinding: %s is a %i", async (host, expected) => {
  const { control } = startControl()
  const response = await control.handle(new Request(`${host}/simulator/state`), { address: "127.0.0.1" })
  expect(response?.status).toBe(expected)
})

it.each([
  [{}, 200],
  [{ Origin: origin }, 200],
  [{ "Sec-Fetch-Site": "none" }, 200],
  [{ "Sec-Fetch-Site": "same-origin", Origin: origin }, 200],
  [{ Origin: "http://127.0.0.1:3000" }, 403],
  [{ Origin: "https://evil.example" }, 403],
  [{ Origin: "null" }, 403],
  [{ "Sec-Fetch-Site": "same-site" }, 403],
  [{ "Sec-Fetch-Site": "cross-site" }, 403]
])("responds to no page of another origin: %j is a %i", async (headers, expected) => {
  const own = Object.fromEntries(Object.entries(headers))
  expect((await startControl().send("/simulator/state", { headers: own })).status).toBe(expected)
  expect((await startControl().send("/simulator/reset", { headers: own, method: "POST" })).status).toBe(
    expected === 200 ? 204 : 403
  )
})

const serve = async () => {
  const control = createControlApi(() => createSimulatorCore())
  const server = await startSimulatorServer({ simulator: control.simulator, control, crossOrigin: "all" })
  onTestFinished(server.close)
  return server.origin
}

it("gives no page of another origin a preflight or its headers, under each policy of the simulator", async () => {
  const server = await serve()
  const preflight = await exchangeRaw(
    server,
    "OPTIONS /simulator/reset HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n" +
      "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n"
  )
  expect(preflight).toMatch(/^HTTP\/1\.1 403 /)
  expect(preflight.toLowerCase()).not.toContain("access-control-allow")
})

it("refuses a rebound name over HTTP", async () => {
  const server = await serve()
  const request = "GET /simulator/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
  expect(await exchangeRaw(server, request)).toMatch(/^HTTP\/1\.1 403 /)
})

it("is not there unless it is asked for", async () => {
  const server = await startSimulatorServer({ simulator: createSimulatorCore() })
  onTestFinished(server.close)
  expect((await fetch(`${server.origin}/simulator/state`)).status).toBe(404)
})
