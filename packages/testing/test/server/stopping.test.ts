import { once } from "node:events"
import { expect, it } from "vitest"
import { startSimulatorServer } from "../../src/server/index.ts"
import { deferred } from "./deferred.ts"
import { exchangeRaw, openRawConnection, readUntilClose } from "./raw-connection.ts"

const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

it("lets a request in flight finish, then closes its connection", async () => {
  const arrived = deferred()
  const response = deferred<Response>()
  const handle = () => {
    arrived.resolve()
    return response.promise
  }
  const server = await startSimulatorServer({ simulator: { handle } })
  const received = exchangeRaw(server.origin, get)
  await arrived.promise
  const closed = server.close()
  response.resolve(new Response("finished"))
  expect(await received).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\nConnection: close\r\n[\s\S]*finished/)
  await closed
})

it("cuts a request that hangs, and aborts it", async () => {
  const hanging = deferred<AbortSignal>()
  const handle = (request: Request) => {
    hanging.resolve(request.signal)
    return new Promise<Response>(() => undefined)
  }
  const server = await startSimulatorServer({ simulator: { handle }, limits: { closeMilliseconds: 10 } })
  const received = exchangeRaw(server.origin, get)
  const aborted = once(await hanging.promise, "abort")
  await server.close()
  expect(await received).toBe("")
  expect(await aborted).toHaveLength(1)
})

it("closes idle connections at once and accepts no new one", async () => {
  const server = await startSimulatorServer({ simulator: { handle: async () => new Response("a") } })
  const socket = openRawConnection(server.origin, get)
  const received = readUntilClose(socket)
  await new Promise((resolve) => socket.once("data", resolve))
  await server.close()
  expect(await received).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  await expect(fetch(server.origin)).rejects.toThrow(TypeError)
})

it("can be closed twice", async () => {
  const server = await startSimulatorServer({ simulator: { handle: async () => new Response() } })
  expect(server.close()).toBe(server.close())
  await server.close()
})
