import { once } from "node:events"
import { connect } from "node:net"
import { expect, it } from "vitest"
import { deferred } from "./deferred.ts"
import { exchangeRaw, openRawConnection } from "./raw-connection.ts"
import { echo, serve } from "./running-server.ts"

// A thousand connections on a busy machine need more than the default.

const get = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

const times = <T>(count: number, start: (index: number) => T): ReadonlyArray<T> =>
  Array.from({ length: count }, (_, index) => start(index))

it("serves a thousand parallel connections", async () => {
  let arrived = 0
  const everyone = deferred()
  const { origin } = await serve(async () => {
    if (++arrived === 1_000) everyone.resolve()
    // No response is sent before all are connected.
    await everyone.promise
    return new Response("served")
  })
  const responses = await Promise.all(times(1_000, () => exchangeRaw(origin, get)))
  expect(responses.filter((response) => response.startsWith("HTTP/1.1 200 OK\r\n"))).toHaveLength(1_000)
})

it("cuts off a client that pipelines more than is allowed", async () => {
  const signals: Array<AbortSignal> = []
  const { origin } = await serve(
    ({ signal }) => {
      signals.push(signal)
      return new Promise(() => undefined)
    },
    { pipelinedRequests: 100 }
  )
  const socket = openRawConnection(origin, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(5_000))
  socket.on("error", () => undefined)
  await new Promise((resolve) => socket.once("close", resolve))
  expect(signals).toHaveLength(100)
  await Promise.all(signals.filter(({ aborted }) => !aborted).map((signal) => once(signal, "abort")))
})

it("survives a thousand clients that reset their connection", async () => {
  const { origin } = await serve(() => new Promise(() => undefined))
  const { hostname, port } = new URL(origin)
  await Promise.all(
    times(
      1_000,
      () =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(get)
            socket.resetAndDestroy()
          })
          socket.on("error", () => undefined).once("close", () => resolve())
        })
    )
  )
  const alive = await serve(echo)
  expect((await fetch(alive.origin)).status).toBe(200)
  await expect(fetch(origin, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ name: "TimeoutError" })
})
