import { useChromium } from "@tve-pass/chromium"
import { expect, it, onTestFinished } from "vitest"
import { createSimulatorCore, exampleSoftwareStatement } from "../../src/simulator/index.ts"
import { startSimulatorServer, type CrossOriginPolicy } from "../../src/server/index.ts"
import { signIn } from "../simulator-page/examples/login.ts"

const openPage = useChromium()

/** A web application on one origin, the simulator on another. */
const start = async (crossOrigin: CrossOriginPolicy = "documented") => {
  const html = { headers: { "content-type": "text/html;charset=utf-8" } }
  const application = await startSimulatorServer({
    simulator: { handle: async ({ url }) => new Response(`<title>${new URL(url).pathname}</title>`, html) }
  })
  const simulator = createSimulatorCore()
  const server = await startSimulatorServer({ simulator, crossOrigin })
  onTestFinished(application.close)
  onTestFinished(server.close)
  const page = await openPage()
  await page.goto(`${application.origin}/start`)
  /** The page's own `fetch`, with the preflights and restrictions of a browser. */
  const fetchInPage = (path: string, init: { method: string; headers: Record<string, string>; body?: string }) =>
    page.evaluate(
      async ([url, request]) => {
        const response = await fetch(url, request)
        return { status: response.status, body: await response.json() }
      },
      [`${server.origin}${path}`, init] as const
    )
  const register = async () => {
    const { body } = await fetchInPage("/o/client/register", {
      method: "POST",
      headers: { "Content-Type": "application/json;charset=utf-8" },
      body: JSON.stringify({ software_statement: exampleSoftwareStatement })
    })
    const { client_id, client_secret } = body
    const token = await fetchInPage("/o/client/token", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: String(new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" }))
    })
    return {
      Authorization: `Bearer ${token.body.access_token}`,
      "AP-Device-Identifier": "fingerprint ZGV2aWNl",
      "X-Device-Info": btoa("{}")
    }
  }
  return { application, page, server, register, fetchInPage }
}

it("authenticates a viewer in a web application of another origin, from registration to the profile", async () => {
  const { application, page, server, register, fetchInPage } = await start()
  const headers = await register()
  const redirectUrl = `${application.origin}/done`
  const session = await fetchInPage("/api/v2/REF30/sessions", {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
    body: String(new URLSearchParams({ mvpd: "Cablevision", domainName: "adobe.com", redirectUrl }))
  })
  expect(session.body.actionName).toBe("authenticate")

  await signIn(page, `${server.origin}${session.body.url}`, redirectUrl)

  const code = await fetchInPage(`/api/v2/REF30/profiles/code/${session.body.code}`, { method: "GET", headers })
  expect(code.body.profiles.Cablevision).toMatchObject({ type: "regular", attributes: { userID: { value: "jane" } } })

  const logout = await fetchInPage(
    `/api/v2/REF30/logout/Cablevision?${new URLSearchParams({ redirectUrl: `${application.origin}/signed-out` })}`,
    { method: "GET", headers }
  )
  await page.goto(logout.body.logouts.Cablevision.url)
  expect(page.url()).toBe(`${application.origin}/signed-out`)
})

it.for([
  ["documented", "blocked"],
  ["all", "200"]
] as const)("with the headers of %s, a single sign-on header of a page is: %s", async ([policy, outcome]) => {
  const { register, fetchInPage } = await start(policy)
  const headers = { ...(await register()), "AD-Service-Token": "a.b.c" }
  const sent = await fetchInPage("/api/v2/REF30/profiles", { method: "GET", headers }).then(
    ({ status }) => String(status),
    (failure: Error) => (failure.message.includes("Failed to fetch") ? "blocked" : failure.message)
  )
  expect(sent).toBe(outcome)
})
