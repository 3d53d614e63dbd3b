import { once } from "node:events"
import { expect, it } from "vitest"
import { deferred } from "./deferred.ts"
import { exchangeRaw, openRawConnection } from "./raw-connection.ts"
import { serve } from "./running-server.ts"

const part = new TextEncoder().encode("part")

const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

it("resets the connection where the simulator responds with a network error", async () => {
  const { origin } = await serve(async () => Response.error())
  await expect(exchangeRaw(origin, get)).rejects.toMatchObject({ code: "ECONNRESET" })
  await expect(fetch(origin)).rejects.toThrow(TypeError)
})

it("resets the connection where a body fails half-way, so that no client takes the half for the whole", async () => {
  const { origin } = await serve(async () => {
    let sent = false
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      if (sent) controller.error(new Error("cut"))
      else controller.enqueue(new TextEncoder().encode('{"decisions":['))
      sent = true
    }
    return new Response(new ReadableStream({ pull }))
  })
  const response = await fetch(origin)
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow(TypeError)
})

it("ends a simulated hang when the client goes away", async () => {
  const hanging = deferred<AbortSignal>()
  const { origin } = await serve((request) => {
    hanging.resolve(request.signal)
    return new Promise((_resolve, reject) =>
      request.signal.addEventListener("abort", () => reject(request.signal.reason))
    )
  })
  const socket = openRawConnection(origin, get)
  const signal = await hanging.promise
  expect(signal.aborted).toBe(false)
  const aborted = once(signal, "abort")
  socket.destroy()
  expect(await aborted).toHaveLength(1)
})

it("ends every hang on a connection, also those of pipelined requests", async () => {
  const signals: Array<AbortSignal> = []
  const all = deferred()
  const { origin } = await serve((request) => {
    if (signals.push(request.signal) === 3) all.resolve()
    return new Promise(() => undefined)
  })
  const socket = openRawConnection(origin, get, get, get)
  await all.promise
  const aborted = signals.map((signal) => once(signal, "abort"))
  socket.destroy()
  expect(await Promise.all(aborted)).toHaveLength(3)
})

it("lets go of an endless body when the client goes away", async () => {
  const cancelled = deferred<string>()
  const { origin } = await serve(
    async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
          cancel: () => cancelled.resolve("cancelled")
        })
      )
  )
  const socket = openRawConnection(origin, get)
  await once(socket, "data")
  socket.destroy()
  expect(await cancelled.promise).toBe("cancelled")
})

it("does not abort the request of a client that received its whole response", async () => {
  let signal: AbortSignal | undefined
  const { origin } = await serve(async (request) => {
    signal = request.signal
    return new Response("done")
  })
  await exchangeRaw(origin, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
  expect(signal?.aborted).toBe(false)
})

it("writes no refusal into a response that has begun", async () => {
  const { origin } = await serve(
    async () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(part) }))
  )
  const socket = openRawConnection(origin, get)
  let received = ""
  socket.on("data", (chunk) => (received += String(chunk))).on("error", () => undefined)
  await once(socket, "data")
  socket.write("GARBAGE\r\n\r\n")
  await once(socket, "close")
  expect(received.match(/HTTP\/1\.1/g)).toHaveLength(1)
})
