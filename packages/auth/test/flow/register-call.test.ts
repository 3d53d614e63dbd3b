import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { answer } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

describe("register", () => {
  it.each([
    ["invalid_software_statement", "StatementRejected"],
    ["unapproved_software_statement", "StatementRejected"],
    ["invalid_redirect_uri", "RegistrationFailed"],
    ["invalid_request", "RegistrationFailed"],
    ["something_new", "RegistrationFailed"]
  ])("refused with %s is %s, and is not repeated", async (serverCode, tag) => {
    const world = new World()
    world.server.next("register", answer(400, { error: serverCode }))
    const error = await failureOf(world.start().token())
    expect(error.reason).toMatchObject({ _tag: tag, serverCode, status: 400 })
    expect(world.server.arrivals).toHaveLength(1)
  })

  it.each([
    ["client_id", { client_secret: "s" }],
    ["client_secret", { client_id: "c", client_secret: "" }],
    ["body", "<html></html>"]
  ])("answered without a valid %s is a malformed response that names it", async (field, body) => {
    const world = new World()
    world.server.next("register", answer(201, body))
    const error = await failureOf(world.start().token())
    expect(error.reason).toStrictEqual({ _tag: "MalformedResponse", operation: "registerClient", field, status: 201 })
  })

  it("sends the statement and the redirect URI as documented, and no credentials", async () => {
    const world = new World()
    await world.start({ application: { redirectUri: "app://com.programmer" } }).token()
    const { request, body } = world.server.arrival(0)
    expect(request.url).toBe("https://sp.auth.adobe.com/o/client/register")
    expect(JSON.parse(body)).toStrictEqual({
      software_statement: "CANARY.statement.signature",
      redirect_uri: "app://com.programmer"
    })
    expect(Object.fromEntries(request.headers)).toStrictEqual({
      accept: "application/json;charset=utf-8",
      "content-type": "application/json;charset=utf-8"
    })
  })

  it.each(["register", "token"] as const)(
    "a code of %s that quotes what was sent is not repeated (rule 21)",
    async (operation) => {
      const world = new World()
      world.server.next(operation, answer(400, { error: "no CANARY-secret-of-client-1 or CANARY.statement.signature" }))
      const error = await failureOf(world.start().token())
      expect(error.reason).toMatchObject({ serverCode: undefined, status: 400 })
      expect(inspect(error, { depth: 10 })).not.toContain("CANARY")
    }
  )
})
