import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { http, HttpResponse } from "msw"
import { setupServer } from "msw/node"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { createDcrClient } from "../src/dcr/index.ts"
import { narrow } from "../src/index.ts"
import { createRestV2Client } from "../src/rest-v2/index.ts"
import { json } from "./recorder.ts"

const params = { path: { serviceProvider: "REF30" } }

const configuration = (id: string) => ({ requestor: { id } })

describe("the transport of a client", () => {
  it("is the global fetch as it is when a request is made", async () => {
    const client = createRestV2Client({ environment: "release-staging" })
    const original = globalThis.fetch
    globalThis.fetch = async () => json({ requestor: {} })
    try {
      expect((await client.GET("/api/v2/{serviceProvider}/configuration", { params })).response.status).toBe(200)
    } finally {
      globalThis.fetch = original
    }
  })

  it("can be intercepted by msw that starts after the client", async () => {
    const client = createDcrClient({ environment: "release-staging" })
    const server = setupServer(
      http.post("https://sp.auth-staging.adobe.com/o/client/token", async ({ request }) => {
        const form = new URLSearchParams(await request.text())
        return HttpResponse.json({ error: form.get("client_id") }, { status: 400 })
      })
    )
    server.listen({ onUnhandledFrame: "error" })
    try {
      const body = { client_id: "unauthorized_client", client_secret: "s", grant_type: "client_credentials" }
      const result = narrow(await client.POST("/o/client/token", { body }))
      expect(result).toMatchObject({ kind: "failure", status: 400, failure: { code: "unauthorized_client" } })
    } finally {
      server.close()
    }
  })

  it("is looked up on the options for each request, so that it may be replaced", async () => {
    const pass = {
      baseUrl: "https://sp.auth-staging.adobe.com",
      fetch: async (_request: Request) => json(configuration("first"))
    }
    const client = createRestV2Client(pass)
    pass.fetch = async () => json(configuration("second"))
    const { data } = await client.GET("/api/v2/{serviceProvider}/configuration", { params })
    expect(data).toEqual(configuration("second"))
  })

  it("is called detached, as `window.fetch` has to be", async () => {
    const receivers: Array<unknown> = []
    const client = createRestV2Client({
      environment: "release-staging",
      async fetch(this: unknown, _request: Request) {
        receivers.push(this)
        return json({})
      }
    })
    await client.GET("/api/v2/{serviceProvider}/configuration", { params })
    expect(receivers).toEqual([undefined])
  })

  it.each([
    ["undici of npm", () => new TypeError("Failed to parse URL from [object Request]")],
    ["node-fetch", () => Object.assign(new TypeError("Invalid URL"), { input: "[object Request]" })],
    [
      "undici of npm, with a cause",
      () =>
        new TypeError("fetch failed", { cause: Object.assign(new Error("Invalid URL"), { input: "[object Request]" }) })
    ]
  ])("may be that of %s, which only takes the Request of its own", async (_name, refusal) => {
    const calls: Array<unknown> = []
    const fetch = async (input: unknown, init?: RequestInit) => {
      if (typeof input !== "string") throw refusal()
      calls.push([input, init?.method, new Headers(init?.headers).get("content-type"), init?.body])
      return json({ access_token: "t" }, 201)
    }
    const body = { client_id: "id", client_secret: "a&b", grant_type: "client_credentials" }
    const { data } = await createDcrClient({ environment: "release-staging", fetch }).POST("/o/client/token", { body })
    expect(data).toEqual({ access_token: "t" })
    expect(calls).toEqual([
      [
        "https://sp.auth-staging.adobe.com/o/client/token",
        "POST",
        "application/x-www-form-urlencoded",
        "client_id=id&client_secret=a%26b&grant_type=client_credentials"
      ]
    ])
  })

  it.each([undefined, {}, "page", { status: "200" }])("is refused if it resolves to %j", async (nothing) => {
    // What a double without types may resolve to.
    const fetch = (async () => nothing) as unknown as (request: Request) => Promise<Response>
    const call = createRestV2Client({ environment: "release-staging", fetch }).GET(
      "/api/v2/{serviceProvider}/configuration",
      { params }
    )
    await expect(call).rejects.toMatchObject({ _tag: "InvalidRequestError", parameter: "fetch" })
  })

  it.each(["fetch", "Request"])("is asked for where the platform has no %s", async (name) => {
    vi.stubGlobal(name, undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    const call = createRestV2Client({ environment: "release-staging" }).GET("/api/v2/{serviceProvider}/configuration", {
      params
    })
    await expect(call).rejects.toMatchObject({
      _tag: "InvalidRequestError",
      parameter: name,
      message: expect.stringContaining(`this platform has no ${name}. Pass`)
    })
  })

  it("is not called with a signal of another implementation, which is named", async () => {
    // What jsdom has for an AbortSignal.
    const signal = new EventTarget() as AbortSignal
    const call = createRestV2Client({ environment: "release-staging", fetch: async () => json({}) }).GET(
      "/api/v2/{serviceProvider}/configuration",
      { params, signal }
    )
    await expect(call).rejects.toMatchObject({ _tag: "InvalidRequestError", parameter: "signal" })
  })

  it("never caches requests of DCR, where the platform has such a mode", async () => {
    const modes: Array<RequestCache> = []
    const fetch = async ({ cache }: Request) => (modes.push(cache), json({}))
    class Uncached extends Request {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        if (init !== undefined && "cache" in init) throw new TypeError("The 'cache' field is not implemented.")
        super(input, init)
      }
    }
    const body = { software_statement: "a.b.c" }
    await createDcrClient({ environment: "release-staging", fetch }).POST("/o/client/register", { body })
    await createDcrClient({ environment: "release-staging", fetch, Request: Uncached }).POST("/o/client/register", {
      body
    })
    expect(modes).toEqual(["no-store", "default"])
  })

  it("speaks HTTP to a server, where an empty form has no length", async () => {
    const seen: Array<unknown> = []
    const server = createServer((request, response) => {
      seen.push([request.method, request.url, request.headers["content-type"], request.headers["content-length"]])
      response.writeHead(500).end()
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    try {
      // Boundary: a server on a port has an address with a port.
      const { port } = server.address() as AddressInfo
      const client = createRestV2Client({ origin: `http://127.0.0.1:${port}` })
      const header = { "AP-Device-Identifier": "fingerprint eA==", "X-Device-Info": "e30=" }
      const result = narrow(
        await client.POST("/api/v2/{serviceProvider}/sessions", { params: { ...params, header }, body: {} })
      )
      expect(result).toMatchObject({ kind: "failure", status: 500, failure: { _tag: "HttpError", httpStatus: 500 } })
      expect(seen).toEqual([["POST", "/api/v2/REF30/sessions", "application/x-www-form-urlencoded", "0"]])
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  it("is aborted with the signal of a request, and the call rejects with its reason", async () => {
    const controller = new AbortController()
    const client = createRestV2Client({
      environment: "release-staging",
      fetch: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason))
        })
    })
    const call = client.GET("/api/v2/{serviceProvider}/configuration", { params, signal: controller.signal })
    controller.abort(new Error("the user left"))
    await expect(call).rejects.toThrow("the user left")
  })

  it("passes its own errors on", async () => {
    const client = createRestV2Client({
      environment: "release-staging",
      fetch: () => Promise.reject(new TypeError("offline"))
    })
    await expect(client.GET("/api/v2/{serviceProvider}/configuration", { params })).rejects.toThrow("offline")
  })
})
