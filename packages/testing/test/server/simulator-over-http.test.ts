import { once } from "node:events"
import { expect, it, onTestFinished } from "vitest"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorOptions } from "../../src/simulator/index.ts"
import { startSimulatorServer } from "../../src/server/index.ts"
import { exchangeRaw, openRawConnection } from "./raw-connection.ts"

const startSimulator = async (options: SimulatorOptions = {}) => {
  const simulator = createSimulatorCore(options)
  const server = await startSimulatorServer({ simulator, limits: { closeMilliseconds: 50 } })
  onTestFinished(server.close)
  const register = (init: RequestInit = {}) =>
    fetch(`${server.origin}/o/client/register`, {
      method: "POST",
      headers: { "Content-Type": "application/json;charset=utf-8" },
      body: JSON.stringify({ software_statement: exampleSoftwareStatement }),
      ...init
    })
  return { simulator, register, origin: server.origin }
}

const clientsGet = (origin: string, ...headers: ReadonlyArray<string>): Promise<string> =>
  exchangeRaw(
    origin,
    `GET /o/client/token HTTP/1.1\r\n${["Host: a", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`
  )

it("responds to an operation, an unknown path and a wrong method as the simulator does", async () => {
  const { origin, register } = await startSimulator()
  expect((await register()).status).toBe(201)
  expect((await fetch(`${origin}/o/client/unknown`)).status).toBe(404)
  expect((await fetch(`${origin}/elsewhere`)).status).toBe(404)
  const wrongMethod = await fetch(`${origin}/o/client/token`)
  expect([wrongMethod.status, wrongMethod.headers.get("allow")]).toEqual([405, "POST"])
})

it("responds to a malformed body with the documented error", async () => {
  const { register } = await startSimulator()
  const response = await register({ body: "{" })
  expect([response.status, await response.json()]).toEqual([400, { error: "invalid_request" }])
})

it("counts each device address against an allowance of its own", async () => {
  const { origin, simulator } = await startSimulator({
    throttle: { burst: 0 },
    clock: { now: () => 0, sleep: async () => undefined }
  })
  const statusOf = async (...headers: ReadonlyArray<string>) => (await clientsGet(origin, ...headers)).slice(9, 12)
  expect(await statusOf()).toBe("405")
  expect(await statusOf()).toBe("429")
  expect(await statusOf("X-Forwarded-For: 203.45.101.20")).toBe("405")
  expect(await statusOf("X-Forwarded-For: 203.45.101.20")).toBe("429")
  expect(simulator.journal.calls().map(({ address }) => address)).toEqual([
    "127.0.0.1",
    "127.0.0.1",
    "203.45.101.20",
    "203.45.101.20"
  ])
})

it("sends the documented 429, byte by byte, with both cookies and without Retry-After", async () => {
  const { origin } = await startSimulator({ throttle: { burst: 0, perSecond: 0 } })
  const [head = "", ...body] = (await clientsGet(origin)).split("\r\n\r\n")
  expect(head).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/)
  expect(head).toMatch(/\r\ncontent-type: text\/html\r\n/)
  expect(head).toMatch(/\r\ncontent-length: 166\r\n/)
  expect(head.match(/\r\nset-cookie: AWSALB/g)).toHaveLength(2)
  expect(head).not.toMatch(/retry-after|access-control-allow-origin/i)
  expect(body.join("\r\n\r\n")).toHaveLength(166)
})

it("announces the length of a whole body", async () => {
  const { register } = await startSimulator()
  const response = await register()
  const { byteLength } = await response.clone().arrayBuffer()
  expect(response.headers.get("content-length")).toBe(String(byteLength))
  expect(response.headers.get("transfer-encoding")).toBeNull()
})

it("resets the connection where a fault says so", async () => {
  const { simulator, register } = await startSimulator()
  simulator.faults.next("registerClient", { reset: true })
  await expect(register()).rejects.toThrow(TypeError)
  simulator.faults.expectUsed()
})

it("lets a call hang until its client goes away", async () => {
  const { simulator, origin } = await startSimulator()
  const struck = new Promise((resolve) => simulator.journal.onCall(resolve))
  simulator.faults.next("retrieveAccessToken", { hang: true })
  const socket = openRawConnection(origin, "POST /o/client/token HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
  await struck
  socket.end()
  await once(socket, "close")
  expect(socket.bytesRead).toBe(0)
})

it("sends a slow body part by part", async () => {
  const { simulator, register } = await startSimulator()
  simulator.faults.next("registerClient", { slowBody: { bytes: 100, everyMilliseconds: 1 } })
  const chunks: Array<number> = []
  for await (const chunk of (await register()).body ?? []) chunks.push(chunk.length)
  expect(chunks.length).toBeGreaterThan(1)
  expect(Math.max(...chunks)).toBeLessThanOrEqual(100)
})
