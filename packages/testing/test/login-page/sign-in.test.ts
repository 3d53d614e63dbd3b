import { expect, it } from "vitest"
import { mvpdLoginPage } from "../../src/mvpd-login-page/mvpd-login-page.ts"
import { loginContext, origin, submit, visit } from "./login-context.ts"

const saml =
  "/adobe-services/authenticate/saml?noflash=true&mso_id=Cablevision&requestor_id=REF30&no_iframe=false&domain_name=adobe.com"

it("leads from Adobe to the MVPD with a second redirect", async () => {
  const response = await visit(`${saml}&code=8ER640M`, loginContext().context)
  expect([response.status, response.headers.get("location")]).toEqual([
    302,
    `${origin}/simulated-mvpd/login?code=8ER640M`
  ])
})

it("shows who asks, the code, and a user name to start from", async () => {
  const response = await visit("/simulated-mvpd/login?code=8ER640M", loginContext().context)
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain("<h1>Sign in to Cablevision</h1>")
  expect(page).toContain("Reference site asks Cablevision whether you are a subscriber")
  expect(page).toContain("<strong>8ER640M</strong>")
  expect(page).toContain('value="jane"')
  expect(page).toContain("Known here: jane (Jane Smith), joe.")
})

it("says so where any user name signs in", async () => {
  const { context } = loginContext({}, { viewers: () => [] })
  expect(await (await visit("/simulated-mvpd/login?code=8ER640M", context)).text()).toContain("Any user name signs in.")
})

it("signs the named viewer in and returns to the session's redirectUrl", async () => {
  const { context, events } = loginContext()
  const response = await submit({ code: "8ER640M", userName: " joe ", decision: "sign-in" }, context)
  expect([response.status, response.headers.get("location")]).toEqual([303, "https://app.example/done?from=tv"])
  expect(events).toEqual(["signed in joe"])
})

it("signs the MVPD's first viewer in when the name is left out", async () => {
  const { context, events } = loginContext()
  await submit({ code: "8ER640M", userName: "", decision: "sign-in" }, context)
  expect(events).toEqual(["signed in jane"])
})

it("returns to the session's redirectUrl without a profile when the viewer declines", async () => {
  const { context, events } = loginContext()
  const response = await submit({ code: "8ER640M", userName: "joe", decision: "decline" }, context)
  expect([response.status, response.headers.get("location")]).toEqual([303, "https://app.example/done?from=tv"])
  expect(events).toEqual(["declined"])
})

it("asks again, and says what is wrong, when the MVPD does not know the viewer", async () => {
  const { context, events } = loginContext()
  const response = await submit({ code: "8ER640M", userName: "nobody", decision: "sign-in" }, context)
  const page = await response.text()
  expect(response.status).toBe(422)
  expect(page).toContain("<title>Error: Sign in to Cablevision</title>")
  expect(page).toContain("There is no viewer “nobody”.")
  expect(page).toContain('aria-invalid="true"')
  expect(events).toEqual([])
})

it("shows a way back instead of the form once the viewer has signed in", async () => {
  const { context } = loginContext({ state: "signedIn" })
  const page = await (await visit("/simulated-mvpd/login?code=8ER640M", context)).text()
  expect(page).toContain('<a href="https://app.example/done?from=tv">Return to Reference site</a>')
  expect(page).not.toContain("<form")
})

it("shows the form again to a viewer who declined: the session is still open", async () => {
  const { context } = loginContext({ state: "declined" })
  expect(await (await visit("/simulated-mvpd/login?code=8ER640M", context)).text()).toContain("<form")
})

it.for([
  ["an unknown code", "/simulated-mvpd/login?code=XXXXXXX", "Unknown code"],
  ["no code", "/simulated-mvpd/login", "Unknown code"],
  ["an unknown code on the way to the MVPD", `${saml}&code=XXXXXXX`, "Unknown code"]
] as const)("returns 400 with an HTML page to %s", async ([, path, title]) => {
  const response = await visit(path, loginContext().context)
  expect(response.status).toBe(400)
  expect(response.headers.get("content-type")).toBe("text/html;charset=utf-8")
  expect(await response.text()).toContain(`<h1>${title}</h1>`)
})

it("returns 400 to an expired code", async () => {
  const { context } = loginContext({ state: "expired" })
  const response = await visit("/simulated-mvpd/login?code=8ER640M", context)
  expect([response.status, (await response.text()).includes("<h1>Code expired</h1>")]).toEqual([400, true])
})

it.for(["unknown", "expired", "incomplete"] as const)(
  "returns 400 when the session is %s by the time of signing in",
  async (reason) => {
    const { context } = loginContext({}, { signIn: () => ({ _tag: "SessionUnavailable", reason }) })
    const response = await submit({ code: "8ER640M", userName: "jane", decision: "sign-in" }, context)
    expect([response.status, response.headers.get("location")]).toEqual([400, null])
  }
)

it.for([{}, { code: "8ER640M" }, { code: "8ER640M", decision: "maybe" }, { decision: "sign-in" }])(
  "returns 400 to the incomplete form %j",
  async (fields) => {
    const { context, events } = loginContext()
    const response = await submit(fields, context)
    expect([response.status, response.headers.get("location"), events]).toEqual([400, null, []])
  }
)

it.for([
  ["POST", saml, "GET"],
  ["DELETE", "/simulated-mvpd/login?code=8ER640M", "GET, POST"],
  ["POST", "/simulated-mvpd/login.css", "GET"]
] as const)("returns 405 to %s %s", async ([method, path, allow]) => {
  const response = await visit(path, loginContext().context, { method })
  expect([response.status, response.headers.get("allow")]).toEqual([405, allow])
})

it("leaves every other path alone", async () => {
  const request = new Request(`${origin}/api/v2/REF30/configuration`)
  expect(await mvpdLoginPage(request, loginContext().context)).toBeUndefined()
})
