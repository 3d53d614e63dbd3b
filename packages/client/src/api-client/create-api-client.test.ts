import { describe, expect, it } from "vitest"
import { createRecorder, json } from "../../test/recorder.ts"
import { createDcrClient } from "../dcr/create-dcr-client.ts"
import { InvalidOriginError } from "../origin/resolve-origin.ts"
import { createRestV2Client } from "../rest-v2/create-rest-v2-client.ts"

const device = { "AP-Device-Identifier": "fingerprint eA==", "X-Device-Info": "e30=" }
const session = { path: { serviceProvider: "REF30" }, header: device }

const restV2 = (options: { readonly headers?: Record<string, string> } = {}, respond = () => json({})) => {
  const recorder = createRecorder(respond)
  return { client: createRestV2Client({ environment: "release-staging", fetch: recorder.fetch, ...options }), recorder }
}

describe("a request", () => {
  it.each([
    [{ environment: "prequal-production" }, "https://sp-prequal.auth.adobe.com/o/client/register"],
    [{ origin: "http://127.0.0.1:4010/" }, "http://127.0.0.1:4010/o/client/register"],
    [{ baseUrl: "https://gateway.example/pass/" }, "https://gateway.example/pass/o/client/register"]
  ] as const)("of a client with %j goes to %s", async (destination, url) => {
    const { fetch, requests } = createRecorder(() => json({}))
    await createDcrClient({ ...destination, fetch }).POST("/o/client/register", {
      body: { software_statement: "a.b.c" }
    })
    expect(requests.map((request) => request.url)).toEqual([url])
  })

  it("is not possible without a usable origin", () => {
    expect(() => createDcrClient({ origin: "http://pass.example" })).toThrow(InvalidOriginError)
  })

  it("is an instance of the class that the transport brings", async () => {
    const made: Array<string> = []
    class Traced extends Request {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(input, init)
        made.push(this.url)
      }
    }
    const { fetch } = createRecorder(() => json({}))
    const client = createRestV2Client({ environment: "release-staging", fetch, Request: Traced })
    await client.GET("/api/v2/{serviceProvider}/profiles", {
      params: { path: { serviceProvider: "REF30" }, header: device }
    })
    expect(made).toEqual(["https://sp.auth-staging.adobe.com/api/v2/REF30/profiles"])
  })

  it("percent-encodes path parameters and the query, once", async () => {
    const { client, recorder } = restV2()
    await client.GET("/api/v2/{serviceProvider}/logout/{mvpd}", {
      params: {
        path: { serviceProvider: "REF 30/ü", mvpd: "a?b#c" },
        query: { redirectUrl: "https://adobe.com/?a=b&c=%20" },
        header: device
      }
    })
    expect(recorder.requests[0]?.url).toBe(
      "https://sp.auth-staging.adobe.com/api/v2/REF%2030%2F%C3%BC/logout/a%3Fb%23c?redirectUrl=https%3A%2F%2Fadobe.com%2F%3Fa%3Db%26c%3D%2520"
    )
  })

  it("has the headers of the request before those of the client before the defaults", async () => {
    const { client, recorder } = restV2({
      headers: { Authorization: "Bearer a", "X-Forwarded-For": "::1", accept: "text/a" }
    })
    await client.GET("/api/v2/{serviceProvider}/profiles", {
      params: { path: { serviceProvider: "REF30" }, header: { ...device, "X-Forwarded-For": "::2" } },
      headers: { "X-Trace": "1" }
    })
    expect(Object.fromEntries(recorder.requests[0]?.headers ?? [])).toEqual({
      accept: "text/a",
      "ap-device-identifier": "fingerprint eA==",
      authorization: "Bearer a",
      "x-device-info": "e30=",
      "x-forwarded-for": "::2",
      "x-trace": "1"
    })
  })
})

const pollFor = (respond: () => Response) =>
  restV2({}, respond).client.GET("/api/v2/{serviceProvider}/profiles/code/{code}", {
    params: { path: { serviceProvider: "REF30", code: "8ER640M" } }
  })

describe("a result", () => {
  it("has the data of a success", async () => {
    expect(await pollFor(() => json({ profiles: {} }))).toMatchObject({ data: { profiles: {} } })
  })

  it("has the JSON of a failure as its error", async () => {
    expect(await pollFor(() => json({ code: "x" }, 400))).toMatchObject({ error: { code: "x" } })
  })

  it("has the string of a success that is no JSON as its error", async () => {
    const result = await pollFor(
      () => new Response("<html>log in</html>", { headers: { "content-type": "text/html" } })
    )
    expect(result).toMatchObject({ error: "<html>log in</html>" })
    expect(result.data).toBeUndefined()
  })

  it("knows the documented statuses of its operation", async () => {
    expect((await pollFor(() => json({}))).contract.statuses).toEqual([200, 400, 401, 403, 405, 429, 500])
  })

  it("is left alone when the caller reads the body in another way", async () => {
    const { client } = restV2({}, () => json({ profiles: {} }))
    const params = { path: { serviceProvider: "REF30", code: "8ER640M" } }
    const path = "/api/v2/{serviceProvider}/profiles/code/{code}"
    const text = await client.GET(path, { params, parseAs: "text" })
    expect(text.data).toBe('{"profiles":{}}')
    const bytes = await client.GET(path, { params, parseAs: "arrayBuffer" })
    expect(new TextDecoder().decode(bytes.data)).toBe('{"profiles":{}}')
  })
})

const receivedHeaders = async (
  headers: HeadersInit | Record<string, string | number | boolean | Array<string> | null | undefined>
) => {
  const { client, recorder } = restV2({ headers: { Authorization: "Bearer a", "X-Kept": "1" } })
  await client.GET("/api/v2/{serviceProvider}/profiles", { params: session, headers })
  return recorder.requests[0]?.headers
}

describe("headers", () => {
  it.each([
    ["Headers", new Headers({ "x-trace": "1", AUTHORIZATION: "Bearer b" })],
    [
      "pairs",
      [
        ["X-Trace", "1"],
        ["authorization", "Bearer b"]
      ] as Array<[string, string]>
    ],
    ["a record", { "X-Trace": "1", authorization: "Bearer b" }]
  ])("may be %s, and replace those of the client by name", async (_form, headers) => {
    const sent = await receivedHeaders(headers)
    expect([sent?.get("x-trace"), sent?.get("authorization"), sent?.get("x-kept")]).toEqual(["1", "Bearer b", "1"])
  })

  it("may be numbers, booleans, lists, undefined (as before) and null (removed)", async () => {
    const sent = await receivedHeaders({ A: 1, B: true, C: ["x", "y"], "x-kept": undefined, authorization: null })
    expect(Object.fromEntries(sent ?? [])).toMatchObject({ a: "1", b: "true", c: "x, y", "x-kept": "1" })
    expect(sent?.has("authorization")).toBe(false)
  })

  it.each(["canary\nX-Injected: 1", "canary 📺"])(
    "with a value that HTTP does not allow are refused, not quoted",
    async (value) => {
      const error: unknown = await receivedHeaders({ "X-Secret": value }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ _tag: "InvalidRequestError", parameter: "X-Secret" })
      expect(String(error)).not.toContain("canary")
    }
  )
})

describe("what remains of openapi-fetch", () => {
  const path = "/api/v2/{serviceProvider}/logout/{mvpd}"
  const params = { path: { serviceProvider: "R", mvpd: "M" }, header: device, query: { redirectUrl: "a b" } }

  it("includes serializers of query and path, and a base URL of the request", async () => {
    const { client, recorder } = restV2()
    await client.GET(path, { params, querySerializer: (query) => `?own=${query.redirectUrl}` })
    await client.GET(path, { params, querySerializer: { allowReserved: true } })
    await client.GET(path, {
      params,
      pathSerializer: (template) => `/${template.length}`,
      baseUrl: "https://b.example/"
    })
    expect(recorder.requests.map(({ url }) => url)).toEqual([
      "https://sp.auth-staging.adobe.com/api/v2/R/logout/M?own=a%20b",
      "https://sp.auth-staging.adobe.com/api/v2/R/logout/M?redirectUrl=a%20b",
      `https://b.example/${path.length}?redirectUrl=a%20b`
    ])
  })

  it("includes middleware: requests in order, responses in reverse, of the client and of the request", async () => {
    const { client, recorder } = restV2({}, () => json({ logouts: {} }))
    const order: Array<string> = []
    const named = (name: string) => ({
      onRequest: ({ request, schemaPath }: { request: Request; schemaPath: string }) => {
        order.push(`${name} > ${schemaPath}`)
        request.headers.set(`x-${name}`, "1")
        return request
      },
      onResponse: ({ response }: { response: Response }) => {
        order.push(`${name} < ${response.status}`)
        return new Response(response.body, { status: response.status + 1, headers: response.headers })
      }
    })
    const removed = named("removed")
    client.use(named("a"), removed)
    client.eject(removed)
    const result = await client.GET(path, { params, middleware: [named("b")] })
    expect(order).toEqual([`a > ${path}`, `b > ${path}`, "b < 200", "a < 201"])
    expect(result.response.status).toBe(202)
    expect(result.data).toEqual({ logouts: {} })
    expect(recorder.requests.map(({ headers }) => [headers.get("x-a"), headers.get("x-b")])).toEqual([["1", "1"]])
  })

  it("includes middleware that responds itself", async () => {
    const { client, recorder } = restV2()
    client.use({ onRequest: () => json({ logouts: {} }) })
    expect((await client.GET(path, { params })).data).toEqual({ logouts: {} })
    expect(recorder.requests).toEqual([])
  })

  it("includes middleware that turns an error into a response or another error", async () => {
    const client = createRestV2Client({
      environment: "release-staging",
      fetch: () => Promise.reject(new TypeError("offline"))
    })
    client.use({ onError: ({ error }) => new Error(`seen: ${String(error)}`) })
    await expect(client.GET(path, { params })).rejects.toThrow("seen: TypeError: offline")
    client.use({ onError: () => json({ logouts: {} }) })
    expect((await client.GET(path, { params })).data).toEqual({ logouts: {} })
  })

  it("includes HEAD, and a fetch of the request", async () => {
    const { client } = restV2()
    const { fetch, requests } = createRecorder(() => new Response(null, { headers: { "content-length": "5" } }))
    // HEAD is no operation of the API.
    const head = client.HEAD as object as (path: string, init: object) => Promise<{ readonly response: Response }>
    expect((await head("/api/v2/health", { fetch })).response.status).toBe(200)
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ["HEAD", "https://sp.auth-staging.adobe.com/api/v2/health"]
    ])
  })
})
