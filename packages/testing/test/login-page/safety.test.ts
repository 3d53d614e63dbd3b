import { expect, it } from "vitest"
import { html } from "../../src/mvpd-login-page/html.ts"
import { issuedLogout, loginContext, submit, visit } from "./login-context.ts"

const attack = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`

it("escapes what would end an attribute or an element", () => {
  expect(html`<p title="${attack}">${attack}</p>`.markup).toBe(
    `<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;">` +
      `&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;</p>`
  )
})

it("renders every value of a session, a viewer and a form as text", async () => {
  const { context } = loginContext(
    {
      code: attack,
      mvpd: { id: attack, displayName: attack, logoUrl: attack },
      serviceProvider: { id: attack, name: attack }
    },
    {
      viewers: () => [{ id: attack, name: `${attack}!` }],
      signIn: () => ({ _tag: "ViewerUnknown", viewer: attack })
    }
  )
  const asked = await visit(`/simulated-mvpd/login?${new URLSearchParams({ code: attack })}`, context)
  const askedAgain = await submit({ code: attack, userName: attack, decision: "sign-in" }, context)
  for (const page of [await asked.text(), await askedAgain.text()]) {
    expect(page).not.toMatch(/<script|<img/)
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
  }
})

it("renders the redirectUrl of a link as text", async () => {
  const { context } = loginContext({
    state: "signedIn",
    redirectUrl: `https://app.example/"><script>alert(1)</script>`
  })
  const page = await (await visit("/simulated-mvpd/login?code=8ER640M", context)).text()
  expect(page).not.toContain("<script")
})

it("shows nothing of an unknown code", async () => {
  const response = await visit(`/simulated-mvpd/login?${new URLSearchParams({ code: attack })}`, loginContext().context)
  expect(await response.text()).not.toContain("alert")
})

it("allows its own stylesheet and nothing else", async () => {
  const response = await visit("/simulated-mvpd/login?code=8ER640M", loginContext().context)
  expect(response.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' https: http:"
  )
  expect(response.headers.get("x-content-type-options")).toBe("nosniff")
  expect(response.headers.get("referrer-policy")).toBe("no-referrer")
  const page = await response.text()
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/)
})

it.for([
  ["the sign-in page", "/simulated-mvpd/login?code=8ER640M"],
  ["a page about a problem", "/simulated-mvpd/login?code=unknown"],
  ["the redirect to the sign-in page", "/adobe-services/authenticate/saml?code=8ER640M"],
  ["the redirect back after a logout", issuedLogout]
])("lets no cache store %s", async ([, path]) => {
  const response = await visit(path ?? "", loginContext().context)
  expect(response.headers.get("cache-control")).toBe("no-store")
})

it("lets the form end in a native application, and only there", async () => {
  const { context } = loginContext({ redirectUrl: "adobepass://com.programmer" })
  const response = await visit("/simulated-mvpd/login?code=8ER640M", context)
  expect(response.headers.get("content-security-policy")).toContain("form-action 'self' adobepass:")
  const returned = await submit({ code: "8ER640M", userName: "jane", decision: "sign-in" }, context)
  expect(returned.headers.get("location")).toBe("adobepass://com.programmer")
})

it.for(["redirect_url", "redirectUrl", "returnTo", "next"])("ignores the address in the parameter %s", async (name) => {
  const { context } = loginContext()
  const query = new URLSearchParams({ code: "8ER640M", [name]: "https://elsewhere.example/" })
  const hop = await visit(`/adobe-services/authenticate/saml?${query}`, context)
  const shown = await visit(`/simulated-mvpd/login?${query}`, context)
  const returned = await submit(
    { code: "8ER640M", userName: "jane", decision: "sign-in", [name]: "https://elsewhere.example/" },
    context
  )
  expect(hop.headers.get("location")).not.toContain("elsewhere")
  expect(await shown.text()).not.toContain("elsewhere")
  expect(returned.headers.get("location")).toBe("https://app.example/done?from=tv")
})

it.for([
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "about:blank",
  "blob:https://app.example/1",
  "view-source:https://app.example/",
  "filesystem:https://app.example/temporary/x",
  "livescript:x",
  "mocha:x",
  "otherapp://done",
  "/relative",
  ""
])("sends nobody to %j", async (redirectUrl) => {
  const { context } = loginContext({ redirectUrl })
  const signedIn = loginContext({ redirectUrl, state: "signedIn" })
  const responses = [
    await visit("/simulated-mvpd/login?code=8ER640M", context),
    await visit("/simulated-mvpd/login?code=8ER640M", signedIn.context),
    await submit({ code: "8ER640M", userName: "jane", decision: "sign-in" }, context)
  ]
  for (const response of responses) {
    expect([response.status, response.headers.get("location")]).toEqual([400, null])
    expect(await response.text()).toContain("<h1>No way back</h1>")
  }
})

it("encodes a redirectUrl that no header could carry", async () => {
  const { context } = loginContext({ redirectUrl: "https://app.example/fertig?über=\r\nSet-Cookie: a" })
  const response = await submit({ code: "8ER640M", userName: "jane", decision: "sign-in" }, context)
  expect(response.headers.get("location")).toBe("https://app.example/fertig?%C3%BCber=Set-Cookie:%20a")
})
