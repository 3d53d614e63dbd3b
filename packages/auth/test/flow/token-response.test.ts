import { describe, expect, it } from "vitest"
import { answer } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

const body = {
  id: "id",
  access_token: "token",
  created_at: 1_752_148_106_221,
  expires_in: 21_600,
  token_type: "bearer"
}
const tenYears = 315_576_000

const receive = async (status: number, answered: object | string) => {
  const world = new World()
  world.server.next("token", answer(status, answered))
  const app = world.start()
  return { token: app.run(app.tokens.get), app, world }
}

describe("rule 12: the token response", () => {
  it.each([200, 201, 202])("%i is a success", async (status) => {
    const { token } = await receive(status, body)
    expect(await token).toMatchObject({ createdAt: 1_752_148_106_221, id: "id" })
  })

  it.each([
    ["milliseconds", 1_752_148_106_221, 1_752_148_106_221],
    ["seconds (C-DCR-1)", 1_723_227_212, 1_723_227_212_000],
    ["a numeric string", "1723227212", 1_723_227_212_000],
    ["the largest number of seconds", 99_999_999_999, 99_999_999_999_000],
    ["the smallest number of milliseconds", 100_000_000_000, 100_000_000_000],
    ["nonsense", "yesterday", undefined],
    ["nothing", undefined, undefined]
  ])("created_at in %s", async (_, created_at, createdAt) => {
    const { token } = await receive(201, { ...body, created_at })
    expect((await token).createdAt).toBe(createdAt)
  })

  it.each([
    ["a number", 60, 60_000],
    ["a numeric string", "60", 60_000],
    ["ten years", tenYears, tenYears * 1000]
  ])("expires_in as %s", async (_, expires_in, lifetime) => {
    const token = await (await receive(201, { ...body, expires_in })).token
    expect(token.expiresAt - token.receivedAt).toBe(lifetime)
  })

  it.each([
    ["expires_in", "missing", { ...body, expires_in: undefined }],
    ["expires_in", "zero", { ...body, expires_in: 0 }],
    ["expires_in", "negative", { ...body, expires_in: -1 }],
    ["expires_in", "no number", { ...body, expires_in: "soon" }],
    ["expires_in", "null", { ...body, expires_in: null }],
    ["expires_in", "an object", { ...body, expires_in: {} }],
    ["expires_in", "over ten years", { ...body, expires_in: tenYears + 1 }],
    ["access_token", "missing", { ...body, access_token: undefined }],
    ["access_token", "empty", { ...body, access_token: "" }],
    ["access_token", "no text", { ...body, access_token: 7 }],
    ["access_token", "no header value", { ...body, access_token: "a\nb" }],
    ["access_token", "with a blank", { ...body, access_token: "to ken" }],
    ["access_token", "with a blank at its end", { ...body, access_token: "token " }],
    ["access_token", "with a letter beyond ASCII", { ...body, access_token: "t\u00f6ken" }],
    ["body", "HTML", "<html></html>"],
    ["body", "truncated", '{"access_token":"tok'],
    ["body", "empty", ""],
    ["body", "a list", "[]"]
  ])("%s that is %s is a malformed response, and nothing is stored", async (field, _, answered) => {
    const { token, app, world } = await receive(201, answered)
    const error = await failureOf(token)
    expect(error.reason).toStrictEqual({
      _tag: "MalformedResponse",
      operation: "retrieveAccessToken",
      field,
      status: 201
    })
    expect(world.server.count("token")).toBe(1)
    expect(world.record(app.application.key, "token")).toBeUndefined()
  })

  it("the request is a form with the pair, and nothing else authenticates", async () => {
    const world = new World()
    await world.start().token()
    const { request, body: form } = world.server.arrival(1)
    expect(request.url).toBe("https://sp.auth.adobe.com/o/client/token")
    expect(form).toBe("client_id=client-1&client_secret=CANARY-secret-of-client-1&grant_type=client_credentials")
    expect(Object.fromEntries(request.headers)).toStrictEqual({
      accept: "application/json;charset=utf-8",
      "content-type": "application/x-www-form-urlencoded"
    })
  })
})

describe("the token request", () => {
  it.each([
    ["the one it needs, whatever else there is", ["other", "client_credentials"], "client_credentials"],
    ["what there is, where that is missing", ["client_credentials_of_tomorrow"], "client_credentials_of_tomorrow"],
    ["the one it needs, where the registration names none", [], "client_credentials"]
  ])("takes its grant type from the registration: %s", async (_, grant_types, sent) => {
    const world = new World()
    world.server.clients.add("client")
    const pair = { client_id: "client", client_secret: "CANARY-secret-of-client", grant_types, scopes: [] }
    world.server.next("register", answer(201, pair))
    await world.start().token()
    expect(new URLSearchParams(world.server.arrival(-1).body).get("grant_type")).toBe(sent)
  })
})
