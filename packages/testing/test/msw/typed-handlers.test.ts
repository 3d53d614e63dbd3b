import { getResponse, type HttpHandler } from "msw"
import { describe, expect, it } from "vitest"
import { createHandlers, handlers } from "../../src/msw/index.ts"
import { operations } from "../../src/simulator/protocol/operations.ts"
import { checkResponse } from "../support/response-check.ts"

const ask = async (handler: HttpHandler, path: string, init?: RequestInit) => {
  const response = await getResponse([handler], new Request(`https://sp.auth.adobe.com${path}`, init))
  if (response === undefined) throw new Error(`No handler matches ${path}.`)
  return response
}

describe("a handler", () => {
  it("returns what its resolver builds", async () => {
    const handler = handlers.restV2.retrieveProfiles(({ response }) =>
      response(200).json({ profiles: {} }, { headers: { "x-test": "1" } })
    )
    const response = await ask(handler, "/api/v2/REF30/profiles")
    expect([response.status, response.headers.get("x-test"), await response.json()]).toEqual([
      200,
      "1",
      { profiles: {} }
    ])
  })

  it("is told the request and the path parameters", async () => {
    const handler = handlers.restV2.retrieveProfileForMvpd(async ({ request, parameters, response }) =>
      response(403).json({ action: "none", status: 403, code: parameters.mvpd, message: request.method })
    )
    const response = await ask(handler, "/api/v2/REF30/profiles/A%20B")
    expect(await response.json()).toMatchObject({ code: "A B", message: "GET" })
  })

  it("takes no other operation's requests", async () => {
    const handler = handlers.restV2.retrieveProfileForMvpd()
    await expect(ask(handler, "/api/v2/REF30/profiles/code/8ER640M")).rejects.toThrow("No handler matches")
    await expect(ask(handler, "/api/v2/REF30/profiles/Dish", { method: "POST" })).rejects.toThrow("No handler matches")
  })

  it("can be kept to one origin", async () => {
    const { dcr } = createHandlers("https://other.example")
    await expect(ask(dcr.registerClient(), "/o/client/register", { method: "POST" })).rejects.toThrow(
      "No handler matches"
    )
  })

  it("returns an example by name, with its status", async () => {
    const response = await ask(
      handlers.restV2.createAuthenticationSession("invalid_integration"),
      "/api/v2/X/sessions",
      {
        method: "POST"
      }
    )
    expect([response.status, (await response.json()).code]).toEqual([400, "invalid_integration"])
  })

  it("breaks the connection on demand", async () => {
    const handler = handlers.restV2.retrieveProfiles(({ response }) => response.undocumented(Response.error()))
    expect((await ask(handler, "/api/v2/REF30/profiles")).type).toBe("error")
  })
})

const allHandlers: Readonly<Record<string, (() => HttpHandler) | undefined>> = { ...handlers.dcr, ...handlers.restV2 }

it.each(Object.values(operations))(
  "responds with an example of the specs unless told otherwise: $id",
  async (operation) => {
    const handler = allHandlers[operation.id]?.()
    if (handler === undefined) throw new Error("There is no handler.")
    const response = await ask(handler, operation.path.replaceAll(/\{\w+\}/g, "x"), { method: operation.method })
    expect(response.status).toBeLessThan(400)
    expect(response.headers.has("location")).toBe(response.status === 302)
    await checkResponse(operation.id, response)
  }
)
