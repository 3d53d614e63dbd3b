import { expect, it, vi } from "vitest"
import { defaultServerLimits, startSimulatorServer, type ServedSimulator } from "../../src/server/index.ts"
import { exchangeRaw, openRawConnection, readUntilClose } from "./raw-connection.ts"
import { echo, serve } from "./running-server.ts"

/** Polls a condition without a limit of its own. */
const until = async (condition: () => boolean): Promise<"reached"> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
  return "reached"
}

const blockTheEventLoop = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

const mebibytes = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024).fill(97)

it.for([
  ["bytes that are no HTTP", "\u0016\u0003\u0001\r\n\r\n", 400, "Not an HTTP/1.1 request (HPE_INVALID_METHOD)."],
  ["an unknown method", "FETCH / HTTP/1.1\r\nHost: a\r\n\r\n", 400, "Not an HTTP/1.1 request (HPE_INVALID_METHOD)."],
  ["no Host", "GET / HTTP/1.1\r\n\r\n", 400, "The Host header is not a host name with an optional port."],
  [
    "a Host with user information",
    "GET / HTTP/1.1\r\nHost: user@a\r\n\r\n",
    400,
    "The Host header is not a host name with an optional port."
  ],
  [
    "a Host with a port out of range",
    "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n",
    400,
    "The request target is not a valid path."
  ],
  [
    "two lengths of one body",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    400,
    "Not an HTTP/1.1 request (HPE_INVALID_TRANSFER_ENCODING)."
  ],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405, "Method TRACE is not supported."],
  [
    "CONNECT",
    "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n",
    405,
    "Method CONNECT is not supported: this server does not proxy."
  ],
  [
    "a request as to a proxy",
    "GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
    421,
    "This server simulates Adobe Pass; it does not proxy."
  ]
] as const)("refuses %s without asking the simulator", async ([, request, status, reason]) => {
  const handle = vi.fn<ServedSimulator["handle"]>(echo)
  const { origin } = await serve(handle)
  const response = await exchangeRaw(origin, request)
  expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(response.toLowerCase()).toContain("\r\ncontent-type: text/plain;charset=utf-8\r\n")
  expect(response.toLowerCase()).toContain("\r\nconnection: close\r\n")
  expect(response.endsWith(`\r\n\r\n${reason}\n`)).toBe(true)
  expect(handle).not.toHaveBeenCalled()
})

it("refuses a 10 MB header with 431, also while the client is still sending it", async () => {
  const { origin } = await serve(echo)
  const response = await exchangeRaw(origin, "GET / HTTP/1.1\r\nHost: a\r\nX: ", mebibytes(10), "\r\n\r\n")
  expect(response).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
  expect(response.endsWith("\r\n\r\nRequest headers exceed 65536 bytes.\n")).toBe(true)
})

it("refuses an announced 10 MB body with 413 before reading it", async () => {
  const handle = vi.fn<ServedSimulator["handle"]>(echo)
  const { origin } = await serve(handle)
  const response = await fetch(origin, { method: "POST", body: mebibytes(10) as Uint8Array<ArrayBuffer> })
  expect([response.status, await response.text()]).toEqual([413, "Request body exceeds 1048576 bytes.\n"])
  expect(handle).not.toHaveBeenCalled()
})

it("takes a body of exactly the limit", async () => {
  const { origin } = await serve(echo, { bodyBytes: 4 })
  const statusOf = async (body: string) => (await fetch(origin, { method: "POST", body })).status
  expect([await statusOf("body"), await statusOf("bodies")]).toEqual([200, 413])
})

it("refuses an unannounced 10 MB body with 413 as soon as the limit is passed", async () => {
  let read = 0
  const { origin } = await serve(async (request) => {
    for await (const chunk of request.body ?? []) read += chunk.length
    return new Response()
  })
  const response = await exchangeRaw(
    origin,
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nA00000\r\n",
    mebibytes(10),
    "\r\n0\r\n\r\n"
  )
  expect(response).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/)
  expect(read).toBeLessThanOrEqual(defaultServerLimits.bodyBytes)
})

it("refuses a body past the limit even when the simulator made a response of its first half", async () => {
  const { origin } = await serve(
    async (request) =>
      request.text().then(
        () => new Response(),
        () => new Response("half")
      ),
    {
      bodyBytes: 3
    }
  )
  const response = await exchangeRaw(
    origin,
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"
  )
  expect(response).toMatch(/^HTTP\/1\.1 413 /)
})

it("returns 408 to a client that does not finish its headers", async () => {
  const { origin } = await serve(echo, { headersMilliseconds: 50, requestMilliseconds: 50 })
  const response = await exchangeRaw(origin, "GET / HTTP/1.1\r\nHost: a\r\n")
  expect(response).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(response.endsWith("\r\n\r\nThe request took too long to arrive.\n")).toBe(true)
})

it("closes connections on which nothing arrives", async () => {
  const { origin } = await serve(echo, { headersMilliseconds: 50 })
  const silent = Array.from({ length: 20 }, () => readUntilClose(openRawConnection(origin)))
  expect(await Promise.all(silent)).toEqual(silent.map(() => ""))
})

it("closes them without a response also when the machine stops for a while, and Node's own timeout comes first", async () => {
  const { origin } = await serve(echo, { headersMilliseconds: 50 })
  const silent = Array.from({ length: 20 }, () => readUntilClose(openRawConnection(origin)))
  await fetch(origin)
  blockTheEventLoop(200)
  expect(await Promise.all(silent)).toEqual(silent.map(() => ""))
})

it("leaves a connection open on which a request has arrived", async () => {
  const { origin } = await serve(
    async (request) => new Promise((resolve) => setTimeout(() => resolve(new Response(request.method)), 150)),
    { headersMilliseconds: 50 }
  )
  expect(await (await fetch(origin)).text()).toBe("GET")
})

it("has these limits by default", () => {
  expect(defaultServerLimits).toEqual({
    headerBytes: 65_536,
    bodyBytes: 1_048_576,
    pipelinedRequests: 100,
    headersMilliseconds: 10_000,
    requestMilliseconds: 30_000,
    lingerMilliseconds: 1_000,
    transitMilliseconds: 100,
    closeMilliseconds: 2_000
  })
})

/** How many of so many pipelined requests are handled, and whether the connection closes. */
const handled = async (count: number) => {
  let requests = 0
  const { origin } = await serve(() => {
    requests += 1
    return new Promise(() => undefined)
  })
  const socket = openRawConnection(origin, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(count))
  const closed = new Promise((resolve) => socket.on("error", () => undefined).once("close", () => resolve("closed")))
  const outcome = await Promise.race([closed, until(() => requests === count)])
  socket.destroy()
  return [requests, outcome]
}

it("admits 100 pipelined requests by default, and cuts off the client that sends one more", async () => {
  expect(await handled(100)).toEqual([100, "reached"])
  expect(await handled(101)).toEqual([100, "closed"])
})

it("returns 408 to a client that does not finish its body", async () => {
  const { origin } = await serve(echo, { headersMilliseconds: 50, requestMilliseconds: 50 })
  const response = await exchangeRaw(origin, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nbody")
  expect(response).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
})

it("cuts a refused client that goes on sending", async () => {
  const { origin } = await serve(echo, { lingerMilliseconds: 20 })
  const socket = openRawConnection(origin, "GARBAGE\r\n\r\n")
  const sending = setInterval(() => socket.write("x"), 5)
  socket.once("close", () => clearInterval(sending))
  socket.on("error", () => undefined)
  await new Promise((resolve) => socket.once("close", resolve))
  expect(socket.destroyed).toBe(true)
})

it("ignores an offer to upgrade the connection", async () => {
  const { origin } = await serve(echo)
  const response = await exchangeRaw(
    origin,
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n"
  )
  expect(response).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
})

it("returns 500 when the simulator itself fails", async () => {
  const { origin } = await serve(async () => {
    throw new TypeError("no such operation")
  })
  const response = await fetch(origin)
  expect([response.status, await response.text()]).toEqual([
    500,
    "The simulator failed: TypeError: no such operation\n"
  ])
})

it("rejects with the system's code when the port is taken", async () => {
  const { origin } = await serve(echo)
  const second = startSimulatorServer({ simulator: { handle: echo }, port: Number(new URL(origin).port) })
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" })
})

it("keeps responding after every kind of refusal", async () => {
  const { origin } = await serve(echo)
  await Promise.all(
    ["GARBAGE\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"].map((bytes) =>
      readUntilClose(openRawConnection(origin, bytes))
    )
  )
  expect((await fetch(origin)).status).toBe(200)
})
