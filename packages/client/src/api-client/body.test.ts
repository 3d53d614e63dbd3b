import { describe, expect, it } from "vitest"
import { createRecorder, json } from "../../test/recorder.ts"
import { createDcrClient } from "../dcr/create-dcr-client.ts"
import { createRestV2Client } from "../rest-v2/create-rest-v2-client.ts"

const device = { "AP-Device-Identifier": "fingerprint eA==", "X-Device-Info": "e30=" }
const session = { path: { serviceProvider: "REF30" }, header: device }

const restV2 = (options: { readonly headers?: Record<string, string> } = {}, respond = () => json({})) => {
  const recorder = createRecorder(respond)
  return { client: createRestV2Client({ environment: "release-staging", fetch: recorder.fetch, ...options }), recorder }
}

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

  it("of a form does not send undefined members", async () => {
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

const sentForm = async (contentType: string | null | undefined, clientHeaders: Record<string, string> = {}) => {
  const { client, recorder } = restV2({ headers: clientHeaders })
  const headers = contentType === undefined ? {} : { "Content-Type": contentType }
  await client.POST("/api/v2/{serviceProvider}/sessions", { params: session, headers, body: { mvpd: "a b" } })
  return recorder.requests.map((request) => [request.headers.get("content-type"), request.body])
}

describe("the content type of a body", () => {
  const form = "application/x-www-form-urlencoded"

  it.each([
    [undefined, form],
    [null, form],
    [`${form};charset=UTF-8`, `${form};charset=UTF-8`],
    ["Application/X-WWW-Form-Urlencoded ; charset=utf-8", "Application/X-WWW-Form-Urlencoded ; charset=utf-8"],
    ["application/json", form],
    ["text/plain", form]
  ])("given as %s is the operation's, and so is the body", async (given, sent) => {
    expect(await sentForm(given)).toEqual([[sent, "mvpd=a+b"]])
  })

  it("is the operation's, if the headers of the client name another", async () => {
    expect(await sentForm(undefined, { "content-type": "application/json" })).toEqual([[form, "mvpd=a+b"]])
  })

  it("is not guessed from the class of the body or of the headers, which other realms have their own of", async () => {
    const { createContext, runInContext } = await import("node:vm")
    const realm = createContext({ URLSearchParams: undefined })
    const { client, recorder } = restV2()
    // What Jest, frames and vm contexts pass: objects whose classes are those of another realm.
    const init = runInContext(
      `({
        body: { mvpd: "a b", domainName: undefined, redirectUrl: null },
        headers: new Map([["X-Trace", "1"]])
      })`,
      realm
    )
    await client.POST("/api/v2/{serviceProvider}/sessions", { params: session, ...init })
    const [request] = recorder.requests
    expect([request?.headers.get("content-type"), request?.headers.get("x-trace"), request?.body]).toEqual([
      form,
      "1",
      "mvpd=a+b"
    ])
  })

  it.each([
    ["URLSearchParams", new URLSearchParams({ mvpd: "a b" })],
    ["FormData", Object.assign(new FormData(), {})],
    ["pairs", [["mvpd", "a b"]]],
    ["a serialized string", "mvpd=a+b"]
  ])("stays the operation's for a body of %s", async (_name, body) => {
    if (body instanceof FormData) body.set("mvpd", "a b")
    const { client, recorder } = restV2()
    // What a caller without types may pass.
    await client.POST("/api/v2/{serviceProvider}/sessions", { params: session, body: body as object })
    expect(recorder.requests.map((request) => [request.headers.get("content-type"), request.body])).toEqual([
      [form, "mvpd=a+b"]
    ])
  })

  it("is the caller's with a serializer of the caller", async () => {
    const { client, recorder } = restV2()
    await client.POST("/api/v2/{serviceProvider}/sessions", {
      params: session,
      headers: { "Content-Type": "text/plain" },
      body: { mvpd: "a" },
      bodySerializer: (body) => `own ${JSON.stringify(body)}`
    })
    expect(recorder.requests.map((request) => [request.headers.get("content-type"), request.body])).toEqual([
      ["text/plain", 'own {"mvpd":"a"}']
    ])
  })
})
