import { createSimulator, exampleSoftwareStatement } from "@tve-pass/testing"
import { setupServer } from "msw/node"
import { afterAll, beforeAll, expect, it } from "vitest"

const simulator = createSimulator()
const server = setupServer(...simulator.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: "error" }))
afterAll(() => server.close())

const register = () =>
  fetch("https://sp.auth.adobe.com/o/client/register", {
    method: "POST",
    headers: { "Content-Type": "application/json;charset=utf-8" },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })

it("registers once the gateway is back", async () => {
  simulator.faults.next("registerClient", { status: 503 })
  expect((await register()).status).toBe(503)
  expect((await register()).status).toBe(201)
  simulator.faults.expectUsed()
})
