import { request as httpRequest } from "node:http"
import { text } from "node:stream/consumers"
import { expect, it } from "vitest"
import { deferred } from "./deferred.ts"
import { exchangeRaw } from "./raw-connection.ts"
import { echo, serve } from "./running-server.ts"

it("listens on the loopback address and a free port unless told otherwise", async () => {
  const { origin } = await serve(echo)
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it("hands method, URL, headers, body and the address of the socket to the simulator", async () => {
  const { origin } = await serve(echo)
  const response = await fetch(`${origin}/api/v2/REF30/sessions?a=%20b`, {
    method: "POST",
    headers: { "X-Device-Info": "e30=" },
    body: new URLSearchParams({ mvpd: "Cablevision" })
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    method: "POST",
    url: `${origin}/api/v2/REF30/sessions?a=%20b`,
    headers: { "x-device-info": "e30=", "content-type": "application/x-www-form-urlencoded;charset=UTF-8" },
    body: "mvpd=Cablevision",
    connection: { address: "127.0.0.1" }
  })
})

it("joins repeated request headers as fetch does, so that a repetition stays visible", async () => {
  const { origin } = await serve(echo)
  const response = await exchangeRaw(
    origin,
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAP-Visitor-Identifier: 1\r\nAP-Visitor-Identifier: 2\r\n\r\n"
  )
  expect(response).toContain('"ap-visitor-identifier":"1, 2"')
})

it("uses the host the client used, so that absolute links work from where the client is", async () => {
  const { origin } = await serve(echo)
  const response = await exchangeRaw(origin, "GET /a HTTP/1.1\r\nHost: tv.local:4010\r\nConnection: close\r\n\r\n")
  expect(response).toContain('"url":"http://tv.local:4010/a"')
})

it("serves HTTP/1.0 clients that send no Host", async () => {
  const { origin } = await serve(echo)
  const response = await exchangeRaw(origin, "GET /a HTTP/1.0\r\n\r\n")
  expect(response).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(response).toContain(`"url":"${origin}/a"`)
})

it("never takes a host from the path", async () => {
  const { origin } = await serve(echo)
  const response = await fetch(`${origin}//elsewhere.example/api`)
  expect(await response.json()).toMatchObject({ url: `${origin}//elsewhere.example/api` })
})

it("responds to HEAD without a body", async () => {
  const { origin } = await serve(async () => new Response("body", { status: 405 }))
  const response = await fetch(origin, { method: "HEAD" })
  expect([response.status, await response.text()]).toEqual([405, ""])
})

it("writes status, reason, headers and each Set-Cookie as they are", async () => {
  const { origin } = await serve(
    async () =>
      new Response("<html>\r\n", {
        status: 429,
        statusText: "Too Many Requests",
        headers: [
          ["content-type", "text/html"],
          ["content-length", "8"],
          ["set-cookie", "AWSALB=a; Path=/"],
          ["set-cookie", "AWSALBCORS=b; Path=/"]
        ]
      })
  )
  const response = await exchangeRaw(origin, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
  const [head = "", body] = response.split("\r\n\r\n")
  expect(head.split("\r\n").filter((line) => !line.startsWith("Date: "))).toEqual([
    "HTTP/1.1 429 Too Many Requests",
    "content-length: 8",
    "content-type: text/html",
    "set-cookie: AWSALB=a; Path=/",
    "set-cookie: AWSALBCORS=b; Path=/",
    "Connection: close"
  ])
  expect(body).toBe("<html>\r\n")
})

it("streams the response: a client reads the first part before the second exists", async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const { origin } = await serve(async () => new Response(readable))
  const response = await fetch(origin)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  void writer.write(new TextEncoder().encode("first"))
  expect(await reader?.read()).toEqual({ done: false, value: "first" })
  void writer.write(new TextEncoder().encode("second"))
  void writer.close()
  expect(await reader?.read()).toEqual({ done: false, value: "second" })
  expect(await reader?.read()).toEqual({ done: true, value: undefined })
})

it("streams the request: the simulator reads the first part before the client sends the second", async () => {
  const first = deferred<string>()
  const { origin } = await serve(async (request) => {
    const reader = request.body?.pipeThrough(new TextDecoderStream()).getReader()
    first.resolve((await reader?.read())?.value ?? "")
    return new Response((await reader?.read())?.value ?? null)
  })
  const client = httpRequest(origin, { method: "POST" })
  const responded = new Promise<string>((resolve) => client.once("response", (response) => resolve(text(response))))
  client.write("first")
  expect(await first.promise).toBe("first")
  client.end("second")
  expect(await responded).toBe("second")
})

it("serves further requests on a connection whose body the simulator did not read", async () => {
  const { origin } = await serve(async (request) => new Response(new URL(request.url).pathname, { status: 404 }))
  const response = await exchangeRaw(
    origin,
    "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody",
    "GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
  )
  expect(response.match(/HTTP\/1\.1 404 Not Found/g)).toHaveLength(2)
  expect(response).toMatch(/\/one[\s\S]*\/two/)
})
