import { beforeEach, describe, expect, it } from "vitest"
import { createSimulator } from "../../src/index.ts"

const simulator = createSimulator({ throttle: false })

beforeEach(() => simulator.journal.clear())

const send = (path: string, headers: Record<string, string>, body?: string) =>
  simulator.fetch(`${simulator.origin}${path}`, body === undefined ? { headers } : { method: "POST", headers, body })

const written = () => JSON.stringify([simulator.journal.calls(), simulator.journal.violations()])

const form = { "Content-Type": "application/x-www-form-urlencoded" }
const json = { "Content-Type": "application/json" }
const longToken = `canary${"x".repeat(60)}`

describe("a secret in the wrong place is not shown", () => {
  it.each([
    ["in a query", "/o/client/token?client_secret=canary", form, ""],
    ["in a query, by another name", "/o/client/token?access_token=canary", form, ""],
    ["under another spelling", "/o/client/token", form, "clientSecret=canary"],
    ["in a parameter of another operation", "/api/v2/REF30/sessions", form, "access_token=canary"],
    ["in a JSON body that is announced as a form", "/o/client/token", form, '{"client_secret":"canary"}'],
    ["in a form that was encoded twice", "/o/client/token", form, "client_secret%3Dcanary"],
    ["as the whole body", "/o/client/token", form, longToken],
    ["twice", "/o/client/token", form, `${longToken}&${longToken}`],
    ["below a member", "/o/client/register", json, '{"client":{"software_statement":"canary"}}'],
    ["on an unknown path", "/o/client/validate?token=canary", form, ""]
  ])("%s", async (_, path, headers, body) => {
    await send(path, headers, body)
    expect(written()).not.toContain("canary")
    expect(simulator.journal.calls()).toHaveLength(1)
  })

  it.each([
    ["Authorization", "canary"],
    ["Authorization", "canary Bearer"],
    ["Authorization", "Basic canary"],
    ["X-Access-Token", "canary"],
    ["X-SSO-ID", "canary"],
    ["Referer", "https://adobe.com/?access_token=canary"]
  ])("in a header: %s", async (name, value) => {
    await send("/api/v2/REF30/profiles", { [name]: value })
    expect(written()).not.toContain("canary")
    expect(Object.keys(simulator.journal.calls()[0]?.headers ?? {})).toContain(name.toLowerCase())
  })
})

describe("what is documented and no secret is shown", () => {
  it("in the query, the form and the headers", async () => {
    await send("/api/v2/REF30/logout/Dish?redirectUrl=https://adobe.com", { Authorization: "bearer canary" })
    await send("/api/v2/REF30/sessions", { ...form, Accept: "text/html" }, "mvpd=Dish")
    const [logout, session] = simulator.journal.calls()
    expect(logout).toMatchObject({ query: { redirectUrl: "https://adobe.com" } })
    expect(logout?.headers["authorization"]).toBe("bearer <redacted>")
    expect(session).toMatchObject({ body: { mvpd: "Dish" }, headers: { accept: "text/html" } })
  })

  it("and a few unknown names", async () => {
    await send("/o/client/token", form, "a&b&c&d&e")
    const [unknown] = simulator.journal.violations().filter(({ consequence }) => consequence === "ignored")
    expect(unknown?.message).toBe("Not members of the body of this operation: `a`, `b`, `c`, `d`, `e`.")
  })

  it("and of many unknown headers some", async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `x-b3-${1_000 + index}`)
    await send("/api/v2/REF30/profiles", Object.fromEntries(names.map((name) => [name, "canary"])))
    const messages = simulator.journal.violations().map(({ message }) => message)
    expect(messages).toContain(
      "Not headers of this operation: `x-b3-1000`, `x-b3-1001`, `x-b3-1002`, `x-b3-1003`, `x-b3-1004`, 995 more."
    )
  })

  it("and of many unknown names some, so that a body cannot flood the journal", async () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `a${index}`)
    await send("/o/client/token", form, names.join("&"))
    const [unknown] = simulator.journal.violations().filter(({ consequence }) => consequence === "ignored")
    expect(unknown?.message).toBe(
      "Not members of the body of this operation: `a0`, `a1`, `a2`, `a3`, `a4`, 99995 more."
    )
  })
})
