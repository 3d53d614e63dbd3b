import { getResponse } from "msw"
import { setupServer } from "msw/node"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { createDcrClient } from "@tve-pass/client/dcr"
import { createSimulator, exampleSoftwareStatement } from "../../src/index.ts"

const simulator = createSimulator({ throttle: false })
const server = setupServer(...simulator.handlers)

beforeAll(() => server.listen({ onUnhandledFrame: "error" }))
afterEach(() => simulator.journal.clear())
afterAll(() => server.close())

const register = () =>
  createDcrClient({ origin: simulator.origin }).POST("/o/client/register", {
    params: { header: {} },
    body: { software_statement: exampleSoftwareStatement }
  })

describe("a simulator behind setupServer", () => {
  it("responds to the client of this repository", async () => {
    const { data, response } = await register()
    expect([response.status, data?.grant_types]).toEqual([201, ["client_credentials"]])
    expect(simulator.journal.calls("registerClient")).toHaveLength(1)
  })

  it("breaks the connection as fetch reports it", async () => {
    simulator.faults.next("registerClient", { reset: true })
    await expect(register()).rejects.toThrow(TypeError)
  })

  it("lets go of a call that hangs when it is aborted", async () => {
    simulator.faults.next("registerClient", { hang: true })
    const abort = new AbortController()
    const call = fetch(`${simulator.origin}/o/client/register`, { method: "POST", signal: abort.signal })
    await expect.poll(() => simulator.journal.calls("registerClient").length).toBe(1)
    abort.abort()
    await expect(call).rejects.toMatchObject({ name: "AbortError" })
  })

  it("leaves other origins alone", async () => {
    const request = new Request("https://elsewhere.example/o/client/register", { method: "POST" })
    expect(await getResponse([...simulator.handlers], request)).toBeUndefined()
    expect(simulator.journal.calls()).toEqual([])
  })
})
