import { mvpdLoginPage } from "../../src/mvpd-login-page/mvpd-login-page.ts"
import type { LoginPageContext, LoginSession } from "../../src/simulator/login/login-page.ts"

export const origin = "http://127.0.0.1:4010"

/** The one logout address that was given out. */
export const issuedLogout =
  "/adobe-services/logout?noflash=true&mso_id=Cablevision&requestor_id=REF30&redirect_url=https%3A%2F%2Fapp.example%2Fsigned-out"

export const waitingSession: LoginSession = {
  code: "8ER640M",
  serviceProvider: { id: "REF30", name: "Reference site" },
  mvpd: { id: "Cablevision", displayName: "Cablevision", logoUrl: "https://cdn.example/logo.png" },
  redirectUrl: "https://app.example/done?from=tv",
  state: "waiting"
}

/** A simulator reduced to one session and what became of it. */
export const loginContext = (overrides: Partial<LoginSession> = {}, context: Partial<LoginPageContext> = {}) => {
  const session: LoginSession = { ...waitingSession, ...overrides }
  const events: Array<string> = []
  const back = { _tag: "Redirect", redirectUrl: session.redirectUrl } as const
  const full: LoginPageContext = {
    origin,
    session: (code) => (code === session.code ? session : undefined),
    customSchemes: ["adobepass:"],
    viewers: () => [
      { id: "jane", name: "Jane Smith" },
      { id: "joe", name: "joe" }
    ],
    signIn: (code, viewer = "jane") => {
      if (code !== session.code) return { _tag: "SessionUnavailable", reason: "unknown" }
      if (viewer !== "jane" && viewer !== "joe") return { _tag: "ViewerUnknown", viewer }
      events.push(`signed in ${viewer}`)
      return back
    },
    decline: (code) => {
      if (code !== session.code) return { _tag: "SessionUnavailable", reason: "unknown" }
      events.push("declined")
      return back
    },
    logoutTarget: ({ pathname, search }) =>
      pathname + search === issuedLogout ? "https://app.example/signed-out" : undefined,
    ...context
  }
  return { context: full, events }
}

export const visit = async (path: string, context: LoginPageContext, init?: RequestInit): Promise<Response> => {
  const response = await mvpdLoginPage(new Request(`${origin}${path}`, init), context)
  if (response === undefined) throw new Error(`Failed to visit ${path}: it is not a page of the MVPD.`)
  return response
}

export const submit = (fields: Record<string, string>, context: LoginPageContext): Promise<Response> =>
  visit("/simulated-mvpd/login", context, { method: "POST", body: new URLSearchParams(fields) })
