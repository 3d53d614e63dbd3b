import { expect, it } from "vitest"
import { issuedLogout, loginContext, visit } from "./login-context.ts"

it("sends the user agent back to where the logout was to end", async () => {
  const response = await visit(issuedLogout, loginContext().context)
  expect([response.status, response.headers.get("location")]).toEqual([302, "https://app.example/signed-out"])
})

it("sends nobody elsewhere: an address that was not given out leads nowhere", async () => {
  const forged = issuedLogout.replace("app.example", "elsewhere.example")
  const response = await visit(forged, loginContext().context)
  expect([response.status, response.headers.get("location")]).toEqual([400, null])
  expect(await response.text()).toContain("<h1>Unknown logout</h1>")
})

it("sends nobody to a script", async () => {
  const { context } = loginContext({}, { logoutTarget: () => "javascript:alert(1)" })
  const response = await visit(issuedLogout, context)
  expect([response.status, response.headers.get("location")]).toEqual([400, null])
})

it("returns 405 to another method", async () => {
  const response = await visit(issuedLogout, loginContext().context, { method: "POST" })
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"])
})
