import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { json } from "../../test/recorder.ts"
import { enhancedErrors } from "../generated/rest-v2/enhanced-errors.ts"
import { readFailure, readFailureAsSent } from "./read-failure.ts"

const text = (body: string | null, status: number, contentType = "text/html"): Response =>
  new Response(body, { status, headers: { "content-type": contentType } })

const flat = {
  action: "none",
  status: 403,
  code: "authorization_denied_by_mvpd",
  message: "denied",
  details: "Not in your package",
  helpUrl: "https://help.example/",
  trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
}

describe("reading a failure", () => {
  it("(a) recognises 429 by its status alone, not by its body", async () => {
    for (const response of [text("<html></html>", 429), text(null, 429), json(flat, 429), json({ error: "x" }, 429)]) {
      expect(await readFailure(response)).toEqual({ _tag: "Throttled", httpStatus: 429 })
    }
  })

  it("(a) says how long to wait where the server does", async () => {
    const response = new Response("", { status: 429, headers: { "retry-after": "3" } })
    expect(await readFailure(response)).toEqual({ _tag: "Throttled", httpStatus: 429, retryAfterMillis: 3000 })
  })

  it.each([
    ["HTML", text("<html>Bad Gateway</html>", 502)],
    ["an empty body", text("", 401, "application/json")],
    ["no body", new Response(null, { status: 500 })],
    ["JSON that is cut off", text('{"code":"x', 400, "application/json")],
    ["JSON without a code", json({ message: "no" }, 405)],
    ["JSON that is no object", json(["code"], 400)],
    ["a code that is neither string nor number", json({ code: true, error: { code: {} }, errors: "x" }, 400)],
    ["an empty code", json({ code: "" }, 400)],
    ["the error of a gateway, which is no OAuth code", json({ status: 404, error: "Not Found" }, 404)],
    ["10 kB of nested lists", text("[".repeat(5000) + "]".repeat(5000), 502, "application/json")],
    ["10 kB of nested objects", text('{"a":'.repeat(1700) + "1" + "}".repeat(1700), 502, "application/json")],
    ["nested lists that break off", text("[".repeat(10_000), 502, "application/json")],
    ["null", json(null, 400)]
  ])("(b, e) is an HTTP error for %s", async (_name, response) => {
    expect(await readFailure(response)).toMatchObject({ _tag: "HttpError", httpStatus: response.status })
  })

  it.each([
    ["flat", flat],
    ["below `error`", { error: flat }]
  ])("(c) reads an enhanced error %s, with both statuses, its messages and its trace", async (_form, body) => {
    expect(await readFailureAsSent(json(body, 400))).toEqual({ _tag: "EnhancedError", httpStatus: 400, ...flat })
  })

  it.each(["text/plain", "text/html", "text/json", "application/octet-stream", undefined])(
    "(c) reads an enhanced error that is called %s",
    async (contentType) => {
      const response = json(flat, 403)
      response.headers.delete("content-type")
      if (contentType !== undefined) response.headers.set("content-type", contentType)
      expect(await readFailureAsSent(response)).toEqual({ _tag: "EnhancedError", httpStatus: 403, ...flat })
    }
  )

  it.each([
    ["below `errors`", { errors: [flat, { ...flat, code: "second" }] }],
    ["below `errors` without a list", { errors: flat }],
    ["as first of a list", [flat]],
    ["behind what is none", [null, { message: "x" }, flat]]
  ])("(c) reads an enhanced error %s", async (_form, body) => {
    expect(await readFailureAsSent(json(body, 400))).toEqual({ _tag: "EnhancedError", httpStatus: 400, ...flat })
  })

  it("(c) carries a number as code", async () => {
    expect(await readFailure(json({ code: 4031, message: "no" }, 403))).toMatchObject({
      _tag: "EnhancedError",
      code: "4031",
      message: "no"
    })
  })

  it("(c) carries an unknown code, action and status as they were sent", async () => {
    const unknown = { code: "temppass_expired", action: "call-home", status: 410 }
    expect(await readFailure(json(unknown, 403))).toEqual({ _tag: "EnhancedError", httpStatus: 403, ...unknown })
  })

  it.each(["constructor", "__proto__", "toString"])(
    "(c) carries the code %s, which is no entry of the catalogue",
    async (code) => {
      expect(await readFailure(json({ code }, 400))).toEqual({
        _tag: "EnhancedError",
        httpStatus: 400,
        status: 400,
        code,
        action: "none"
      })
    }
  )

  it("(c) leaves out what is null, and takes the status of the response when the error has none", async () => {
    const body = { code: "x", status: null, action: null, message: null, details: null, helpUrl: null, trace: null }
    expect(await readFailure(json(body, 401))).toEqual({
      _tag: "EnhancedError",
      httpStatus: 401,
      status: 401,
      code: "x",
      action: "none"
    })
  })

  it("(c) reads a status that arrives as a string, also in the body of a success", async () => {
    const body = { ...flat, status: "403" }
    for (const status of [200, 400]) {
      expect(await readFailure(json(body, status))).toMatchObject({ httpStatus: status, status: 403, code: flat.code })
    }
  })

  it.each(["", " ", "4e2", "403 Forbidden", 403.5, true])("(c) takes %j for no status", async (status) => {
    expect(await readFailure(json({ ...flat, status }, 400))).toMatchObject({ status: 400 })
    expect(await readFailure(json({ ...flat, status }))).toBeUndefined()
  })

  it("(c) decides the action by the code, and says how to react (C-V2-12)", async () => {
    const sample = { ...flat, code: "temporary_access_duration_limit_exceeded", action: "none" }
    expect(await readFailure(json(sample, 403))).toMatchObject({
      action: "authentication",
      reaction: enhancedErrors.temporary_access_duration_limit_exceeded.reaction
    })
    expect(await readFailureAsSent(json(sample, 403))).toMatchObject({ action: "none" })
  })

  it.each(["invalid_client", "some_new_code"])("(d) reads the DCR error %s", async (code) => {
    expect(await readFailure(json({ error: code }, 400))).toEqual({ _tag: "DcrError", httpStatus: 400, code })
  })

  it("prefers a flat enhanced error to both other forms, and the wrapped one to none", async () => {
    expect(await readFailure(json({ code: "a", error: "b" }, 400))).toMatchObject({ _tag: "EnhancedError", code: "a" })
    expect(await readFailure(json({ error: { code: "c" } }, 400))).toMatchObject({ _tag: "EnhancedError", code: "c" })
  })

  it.each([
    "application/json",
    "application/json;charset=UTF-8",
    "APPLICATION/JSON; charset=utf-8",
    "application/problem+json"
  ])("takes %s for JSON", async (contentType) => {
    expect(await readFailure(text('{"error":"x"}', 400, contentType))).toMatchObject({ _tag: "DcrError" })
  })

  it("lets the body decide where there is no content type", async () => {
    const response = new Response(new TextEncoder().encode('{"error":"x"}'), { status: 400 })
    expect(await readFailure(response)).toMatchObject({ _tag: "DcrError" })
  })
})

describe("reading a success", () => {
  it.each([
    ["profiles", { profiles: {} }],
    ["a session, whose code is no error code", { actionName: "authenticate", code: "8ER640M" }],
    ["a session that says more than today's", { actionName: "authenticate", code: "8ER640M", status: 200 }],
    ["an object with a code but no status", { code: "8ER640M" }]
  ])("finds no failure in %s", async (_name, body) => {
    expect(await readFailure(json(body))).toBeUndefined()
  })

  it("goes by its body, not by its content type", async () => {
    expect(await readFailure(text('{"profiles":{}}', 200))).toBeUndefined()
    expect(await readFailure(text(JSON.stringify(flat), 200))).toMatchObject({ _tag: "EnhancedError" })
  })

  it.each([
    ["an enhanced error", flat, { _tag: "EnhancedError", httpStatus: 200, status: 403 }],
    ["a wrapped enhanced error", { error: flat }, { _tag: "EnhancedError", httpStatus: 200, status: 403 }],
    ["a DCR error", { error: "invalid_client" }, { _tag: "DcrError", httpStatus: 200 }]
  ])("finds %s in its body", async (_name, body, failure) => {
    expect(await readFailure(json(body))).toMatchObject(failure)
  })

  it.each([text("<html>log in</html>", 200), text("", 200), new Response(null, { status: 204 }), json([], 201)])(
    "is an HTTP error when there is no JSON object (%#)",
    async (response) => {
      expect(await readFailure(response)).toMatchObject({ _tag: "HttpError", httpStatus: response.status })
    }
  )
})

describe("the body of an HTTP error", () => {
  const canary = "eyJhbGciOiJSUzI1NiJ9.canary.c2ln"

  it("can be read, and is not printed", async () => {
    const failure = await readFailure(text(`You sent ${canary}`, 400))
    expect(failure).toMatchObject({ body: `You sent ${canary}`, contentType: "text/html" })
    expect(
      [JSON.stringify(failure), String(failure), inspect(failure, { depth: 10 }), JSON.stringify({ ...failure })].join()
    ).not.toContain(canary)
  })

  it("is not kept of a success, which may hold credentials", async () => {
    const failure = await readFailure(text(`client_secret=${canary}`, 201, "text/plain"))
    expect(failure).toEqual({ _tag: "HttpError", httpStatus: 201, contentType: "text/plain" })
    expect(inspect(failure, { showHidden: true })).not.toContain(canary)
  })

  it("is cut off after 1024 characters", async () => {
    expect(await readFailure(text("x".repeat(5000), 500))).toHaveProperty("body", "x".repeat(1024))
  })
})
