import { describe, expect, it } from "vitest"
import { returning, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator()
  const application = await startApplication(simulator)
  const { code, url } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
  const open = (path: string, init: RequestInit = {}) =>
    simulator.fetch(new URL(path, simulator.origin), { redirect: "manual", ...init })
  return { simulator, application, code: String(code), url: String(url), open }
}

describe("performing authentication", () => {
  it("redirects a user agent, which brings no token, to the simulated MVPD", async () => {
    const { code, url, open } = await start()
    const response = await open(url)
    const location = new URL(response.headers.get("location") ?? "")
    expect(response.status).toBe(302)
    expect(location.origin + location.pathname).toBe("https://sp.auth.adobe.com/adobe-services/authenticate/saml")
    expect(Object.fromEntries(location.searchParams)).toEqual({
      noflash: "true",
      mso_id: "Cablevision",
      requestor_id: "REF30",
      no_iframe: "false",
      domain_name: "adobe.com",
      redirect_url: returning.redirectUrl,
      code
    })
  })

  it("shows the login page to one who follows, and returns from there to the application", async () => {
    const { application, code, url, open } = await start()
    const page = await open(url, { redirect: "follow" })
    expect(page.headers.get("content-type")).toContain("text/html")
    const body = new URLSearchParams({ code, userName: "jane", decision: "sign-in" })
    const back = await open("/simulated-mvpd/login", { method: "POST", body })
    expect(back.headers.get("location")).toBe(returning.redirectUrl)
    expect((await application.profileForCode(code)).body.profiles.Cablevision.attributes.userID.value).toBe("jane")
  })

  it("keeps the redirect on the origin that was called", async () => {
    const { simulator, url } = await start()
    const response = await simulator.handle(new Request(`http://127.0.0.1:4010${url}`))
    expect(response.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:4010\/adobe-services\//)
  })

  it.each([
    ["has expired", ({ simulator }) => simulator.clock.advance(1_800_000)],
    ["was used", ({ simulator, code }) => void simulator.mvpd.signIn(code)],
    ["lost its integration", ({ simulator }) => simulator.disableIntegration({ mvpd: "Cablevision" })]
  ] satisfies ReadonlyArray<readonly [string, (started: Awaited<ReturnType<typeof start>>) => void]>)(
    "returns 400 in HTML for a code that %s",
    async (_, change) => {
      const started = await start()
      change(started)
      const response = await started.open(started.url)
      expect([response.status, response.headers.get("content-type")]).toEqual([400, "text/html"])
    }
  )

  it("returns 400 in HTML for a session that lacks parameters, and for a code that nobody was given", async () => {
    const { application, open } = await start()
    const { code } = (await application.createSession({})).body
    const statuses = [
      await open(`/api/v2/authenticate/REF30/${code}`),
      await open("/api/v2/authenticate/REF30/8ER640M")
    ]
    expect(statuses.map(({ status }) => status)).toEqual([400, 400])
  })
})
