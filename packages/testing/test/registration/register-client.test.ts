import { describe, expect, it } from "vitest"
import { exampleSoftwareStatement, type ApplicationOptions, type Violation } from "../../src/index.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const statement = "a.b.c"

const register = async (
  body: string,
  { application = {}, headers = {} }: { application?: Partial<ApplicationOptions>; headers?: HeadersInit } = {}
) => {
  const simulator = createCheckedSimulator({ applications: [{ softwareStatement: statement, ...application }] })
  const response = await simulator.fetch(`${simulator.origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body
  })
  return { status: response.status, response: await response.json(), violations: simulator.journal.violations() }
}

const rejected = (violations: ReadonlyArray<Violation>) =>
  violations.filter(({ consequence }) => consequence === "rejected").map(({ message }) => message)

const withStatement = (more: Record<string, unknown> = {}) => JSON.stringify({ software_statement: statement, ...more })

describe("registering", () => {
  it("gives credentials with what the application may do", async () => {
    const { status, response } = await register(withStatement(), {
      application: { scopes: [], redirectUris: ["adbe.x://"], grantTypes: ["client_credentials"] }
    })
    expect(status).toBe(201)
    expect(response).toEqual({
      client_id: expect.stringMatching(/^\w{20}$/),
      client_secret: expect.stringMatching(/^\w{32}$/),
      redirect_uris: ["adbe.x://"],
      grant_types: ["client_credentials"],
      scopes: [],
      client_id_issued_at: 1_752_148_106
    })
  })

  it.each([
    ["no JSON", "software_statement=a.b.c", {}],
    ["no object", '"a.b.c"', {}],
    ["a list", "[]", {}],
    ["no statement", "{}", {}],
    ["a statement that is no text", '{"software_statement":1}', {}],
    ["a repeated statement", `{"software_statement":"${statement}","software_statement":"${statement}"}`, {}],
    ["a redirect URI that is no text", withStatement({ redirect_uri: 1 }), {}],
    ["a form", withStatement(), { "Content-Type": "application/x-www-form-urlencoded" }]
  ])("returns invalid_request to %s, and says why in the journal", async (_, body, headers) => {
    const { status, response, violations } = await register(body, { headers })
    expect([status, response]).toEqual([400, { error: "invalid_request" }])
    expect(rejected(violations)).toHaveLength(1)
  })

  it("accepts the content type in any case and with its charset", async () => {
    const { status } = await register(withStatement(), {
      headers: { "Content-Type": "Application/JSON; charset=UTF-8" }
    })
    expect(status).toBe(201)
  })

  it.each(["d.e.f", "not-a-jws", ` ${statement}`, ""])("returns invalid_software_statement to %j", async (text) => {
    const { response } = await register(JSON.stringify({ software_statement: text }))
    expect(response).toEqual({ error: "invalid_software_statement" })
  })

  it.each(["revoked", "unapproved"] as const)(
    "returns unapproved_software_statement to one that is %s",
    async (status) => {
      const { response } = await register(withStatement(), { application: { status } })
      expect(response).toEqual({ error: "unapproved_software_statement" })
    }
  )

  it.each([
    ["https://adobe.com/done", 201],
    ["https://www.adobe.com/done", 201],
    ["adbe.x://done", 201],
    ["https://notadobe.com", 400],
    ["adbe.y://done", 400],
    ["done", 400]
  ])("takes or refuses the redirect URI %s by the application's domains", async (redirect_uri, expected) => {
    const application = { domains: ["adobe.com"], redirectUris: ["adbe.x://done"] }
    const { status, response } = await register(withStatement({ redirect_uri }), { application })
    expect([status, response.error]).toEqual([expected, expected === 201 ? undefined : "invalid_redirect_uri"])
  })

  it("knows the statement of the bare simulator, folded over no line", () => {
    expect(exampleSoftwareStatement).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  })
})
