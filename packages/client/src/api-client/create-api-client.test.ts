import { describe, expect, it } from "vitest"
import { createRecorder, json } from "../../test/recorder.ts"
import { createDcrClient } from "../dcr/create-dcr-client.ts"
import { InvalidOriginError } from "../origin/invalid-origin-error.ts"
import { createRestV2Client } from "../rest-v2/create-rest-v2-client.ts"

const device = { "AP-Device-Identifier": "fingerprint eA==", "X-Device-Info": "e30=" }
const session = { path: { serviceProvider: "REF30" }, header: device }

const restV2 = (options: { readonly headers?: Record<string, string> } = {}, answer = () => json({})) => {
  const recorder = createRecorder(answer)
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

describe("a body", () => {
  it("of a form is encoded exactly once", async () => {
    const { client, recorder } = restV2()
    await client.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
      params: {
        path: { serviceProvider: "REF30", partner: "Apple" },
        header: { ...device, "AP-Partner-Framework-Status": "e30=" }
      },
      body: { SAMLResponse: "PHNhbWw+/a+b==" }
    })
    const [request] = recorder.requests
    expect(request?.headers.get("content-type")).toBe("application/x-www-form-urlencoded")
    expect(request?.body).toBe("SAMLResponse=PHNhbWw%2B%2Fa%2Bb%3D%3D")
    expect(new URLSearchParams(request?.body).get("SAMLResponse")).toBe("PHNhbWw+/a+b==")
  })

  it("of a form may be empty and keeps its content type", async () => {
    const { client, recorder } = restV2()
    await client.POST("/api/v2/{serviceProvider}/sessions", { params: session, body: {} })
    expect(recorder.requests.map(({ headers, body }) => [headers.get("content-type"), body])).toEqual([
      ["application/x-www-form-urlencoded", ""]
    ])
  })

  it("of a form does not send what is undefined as text", async () => {
    const { client, recorder } = restV2()
    // What a caller without exactOptionalPropertyTypes may pass.
    const body = { mvpd: undefined, domainName: "adobe.com" } as { readonly domainName: string }
    await client.POST("/api/v2/{serviceProvider}/sessions", { params: session, body })
    expect(recorder.requests[0]?.body).toBe("domainName=adobe.com")
  })

  it("of JSON says so with the charset", async () => {
    const { client, recorder } = restV2()
    await client.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", {
      params: { path: { serviceProvider: "REF30", mvpd: "Cablevision" }, header: device },
      body: { resources: ["REF30", '<rss version="2.0">ü</rss>'] }
    })
    const [request] = recorder.requests
    expect(request?.headers.get("content-type")).toBe("application/json;charset=utf-8")
    expect(request?.headers.get("accept")).toBe("application/json;charset=utf-8")
    expect(JSON.parse(request?.body ?? "")).toEqual({ resources: ["REF30", '<rss version="2.0">ü</rss>'] })
  })

  it("of DCR is JSON to register and a form for the token", async () => {
    const { fetch, requests } = createRecorder(() => json({}))
    const dcr = createDcrClient({ environment: "release-staging", fetch })
    await dcr.POST("/o/client/register", { body: { software_statement: "a.b.c" } })
    await dcr.POST("/o/client/token", {
      body: { client_id: "id", client_secret: "a&b=c d", grant_type: "client_credentials" }
    })
    expect(requests.map(({ headers, body }) => [headers.get("content-type"), body])).toEqual([
      ["application/json;charset=utf-8", '{"software_statement":"a.b.c"}'],
      ["application/x-www-form-urlencoded", "client_id=id&client_secret=a%26b%3Dc+d&grant_type=client_credentials"]
    ])
  })

  it("is sent the same way through `request`", async () => {
    const { client, recorder } = restV2()
    await client.request("post", "/api/v2/{serviceProvider}/sessions", {
      params: session,
      body: { mvpd: "Cablevision" }
    })
    expect(recorder.requests.map(({ method, body }) => [method, body])).toEqual([["POST", "mvpd=Cablevision"]])
  })
})

const pollFor = (answer: () => Response) =>
  restV2({}, answer).client.GET("/api/v2/{serviceProvider}/profiles/code/{code}", {
    params: { path: { serviceProvider: "REF30", code: "8ER640M" } }
  })

describe("a result", () => {
  it("has the data of a success", async () => {
    expect(await pollFor(() => json({ profiles: {} }))).toMatchObject({ data: { profiles: {} } })
  })

  it("has the JSON of a failure as its error", async () => {
    expect(await pollFor(() => json({ code: "x" }, 400))).toMatchObject({ error: { code: "x" } })
  })

  it("has the text of a success that is no JSON as its error", async () => {
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
