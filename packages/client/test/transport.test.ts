import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { http, HttpResponse } from "msw"
import { setupServer } from "msw/node"
import { describe, expect, it } from "vitest"
import { createDcrClient } from "../src/dcr/index.ts"
import { narrow } from "../src/index.ts"
import { createRestV2Client } from "../src/rest-v2/index.ts"
import { json } from "./recorder.ts"

const params = { path: { serviceProvider: "REF30" } }

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

  it("is looked up on the options, so that a transport may be replaced and use `this`", async () => {
    const pass = {
      baseUrl: "https://sp.auth-staging.adobe.com",
      answer: { requestor: { id: "first" } },
      async fetch(_request: Request) {
        return json(this.answer)
      }
    }
    const client = createRestV2Client(pass)
    pass.answer = { requestor: { id: "second" } }
    expect((await client.GET("/api/v2/{serviceProvider}/configuration", { params })).data).toEqual(pass.answer)
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
