import type { RecordedStep, Environment } from "./environment.ts"
import { ofFailure } from "./outcome.ts"

const visit = ({ navigate }: Environment, url: string, init: RequestInit = {}): Promise<Response> =>
  navigate(new Request(url, { ...init, redirect: "manual" }))

const locationOf = (response: Response, origin: string): string => {
  const location = response.headers.get("location")
  if (location === null) throw new Error(`Failed to navigate: ${response.status} leads nowhere.`)
  return new URL(location, origin).href
}

const field = (page: string, name: string): string => {
  const [, value] = new RegExp(`name="${name}" value="([^"]*)"`).exec(page) ?? []
  if (value === undefined) throw new Error(`Failed to fill in the form: it has no ${name}.`)
  return value
}

const record = async (environment: Environment, response: Response): Promise<void> => {
  const body = await response.clone().text()
  const step: RecordedStep = {
    operation: "performAuthentication",
    status: response.status,
    outcome: response.status === 302 ? "login page" : ofFailure(body),
    contentType: response.headers.get("content-type"),
    body
  }
  environment.record(step)
}

/**
 * What a viewer's user agent does with the `url` of a session: goes through the redirects to the MVPD's login page, signs
 * in with the name that is already there, and ends somewhere.
 */
export const signInThrough = async (environment: Environment, url: string): Promise<string> => {
  const { origin } = environment
  const first = await visit(environment, new URL(url, origin).href)
  await record(environment, first)
  const second = await visit(environment, locationOf(first, origin))
  const loginUrl = locationOf(second, origin)
  const login = await (await visit(environment, loginUrl)).text()
  const body = new URLSearchParams({ code: field(login, "code"), userName: "", decision: "sign-in" })
  const [, action = ""] = /<form method="post" action="([^"]+)"/.exec(login) ?? []
  return locationOf(await visit(environment, new URL(action, loginUrl).href, { method: "POST", body }), origin)
}

/** Where a user agent ends that opens the `url` of a logout. */
export const logOutThrough = async (environment: Environment, url: string): Promise<string> =>
  locationOf(await visit(environment, new URL(url, environment.origin).href), environment.origin)
