import { describe, expect, it } from "vitest"
import { createRecorder, json } from "../../test/recorder.ts"
import { enhancedErrors } from "../generated/rest-v2/enhanced-errors.ts"
import { createRestV2Client } from "../rest-v2/create-rest-v2-client.ts"
import { narrow, type NarrowableResult } from "./narrow.ts"

const html = (status: number, body = "<html></html>"): Response =>
  new Response(body, { status, headers: { "content-type": "text/html" } })

const narrowed = async (respond: () => Response) => {
  const client = createRestV2Client({ environment: "release-staging", fetch: createRecorder(respond).fetch })
  const path = { serviceProvider: "REF30", code: "8ER640M" }
  return narrow(await client.GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params: { path } }))
}

const enhanced = { code: "invalid_authentication_session", action: "none", status: 400, message: "gone" }

describe("narrow", () => {
  it("is a success for a documented status with a JSON object", async () => {
    const result = await narrowed(() => json({ profiles: {} }))
    expect(result).toMatchObject({ kind: "success", status: 200, data: { profiles: {} } })
    expect(result).not.toHaveProperty("failure")
  })

  it.each([
    ["with an enhanced error", () => json(enhanced, 400), { status: 400, failure: { code: enhanced.code } }],
    ["without a body", () => new Response(null, { status: 401 }), { status: 401, failure: { _tag: "HttpError" } }],
    ["with HTML", () => html(500), { status: 500, failure: { _tag: "HttpError", contentType: "text/html" } }],
    ["by the throttle", () => html(429), { status: 429, failure: { _tag: "Throttled" } }],
    ["with status 200 and an error in the body", () => json(enhanced), { status: 200, failure: { httpStatus: 200 } }]
  ])("is a failure %s", async (_name, respond, expected) => {
    expect(await narrowed(respond)).toMatchObject({ kind: "failure", ...expected })
  })

  it("gives the failure what the catalogue knows", async () => {
    expect(await narrowed(() => json(enhanced, 400))).toMatchObject({
      failure: { reaction: enhancedErrors.invalid_authentication_session.reaction }
    })
  })

  it.each([
    ["HTML", () => html(200), "<html></html>"],
    ["HTML with a length", () => html(200, "<p>"), "<p>"],
    [
      "half of a JSON value",
      () => new Response('{"profiles":', { headers: { "content-type": "application/json" } }),
      '{"profiles":'
    ],
    ["an array", () => json([]), []],
    ["null", () => json(null), null],
    ["a number", () => json(0), 0]
  ])("is malformed for a documented success with %s", async (_name, respond, body) => {
    expect(await narrowed(respond)).toMatchObject({
      kind: "malformed",
      status: 200,
      body,
      failure: { _tag: "HttpError", httpStatus: 200 }
    })
  })

  it.each([new Response("", { status: 200 }), new Response(null, { status: 200, headers: { "content-length": "0" } })])(
    "is malformed for a documented success with nothing (%#)",
    async (response) => {
      expect(await narrowed(() => response)).toMatchObject({ kind: "malformed", status: 200 })
    }
  )

  it.each([
    ["404 of a gateway", () => html(404), { status: 404, body: "<html></html>", failure: { _tag: "HttpError" } }],
    ["409 with an enhanced error", () => json(enhanced, 409), { status: 409, failure: { code: enhanced.code } }],
    ["503 without a body", () => new Response(null, { status: 503 }), { status: 503, failure: { httpStatus: 503 } }]
  ])("is undocumented for a %s", async (_name, respond, expected) => {
    expect(await narrowed(respond)).toMatchObject({ kind: "undocumented", ...expected })
  })

  it.each([
    ["a JSON object", () => json({ profiles: {} }, 201), { kind: "success", data: { profiles: {} } }],
    ["an error", () => json(enhanced, 202), { kind: "failure", failure: { httpStatus: 202, code: enhanced.code } }],
    ["HTML", () => html(203), { kind: "malformed", failure: { httpStatus: 203 } }],
    ["nothing", () => new Response(null, { status: 204 }), { kind: "malformed", failure: { httpStatus: 204 } }]
  ])("reads another 2xx status with %s as the documented one (C-DCR-6)", async (_name, respond, expected) => {
    const result = await narrowed(respond)
    expect(result).toMatchObject({ ...expected, status: 200 })
    expect(result.response.status).not.toBe(200)
  })

  it("prefers the status that came where several are documented (C-V2-15)", async () => {
    const contract = { statuses: [200, 201, 400] }
    const statuses = [200, 201, 202].map(
      (status) => narrow<never>({ data: {}, response: json({}, status), contract }).status
    )
    expect(statuses).toEqual([200, 201, 200])
  })

  it("is undocumented for a page where only a redirect is documented", () => {
    const contract = { statuses: [302, 400] }
    expect(narrow<never>({ data: {}, response: json({}), contract })).toMatchObject({
      kind: "undocumented",
      status: 200
    })
  })

  it("is undocumented for a path that the spec does not have", () => {
    // What a caller without types may pass.
    const result = { data: {}, response: json({}) } as unknown as NarrowableResult<never>
    expect(narrow(result)).toMatchObject({ kind: "undocumented", status: 200 })
  })

  it("is a success for the redirect that a user agent is meant to follow", async () => {
    const { fetch } = createRecorder(
      () => new Response(null, { status: 302, headers: { location: "https://mvpd.example/" } })
    )
    const client = createRestV2Client({ environment: "release-staging", fetch })
    const path = { serviceProvider: "REF30", code: "8ER640M" }
    const result = narrow(await client.GET("/api/v2/authenticate/{serviceProvider}/{code}", { params: { path } }))
    expect(result).toMatchObject({ kind: "success", status: 302, data: undefined })
    expect(result.response.headers.get("location")).toBe("https://mvpd.example/")
  })
})
