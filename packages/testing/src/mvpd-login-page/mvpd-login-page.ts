import type { LoginOutcome, LoginPage, LoginPageContext } from "../simulator/login/login-page.ts"
import { respondWithPage } from "./page.ts"
import { problemPage } from "./problem-page.ts"
import { redirectTo, returnTarget } from "./return-target.ts"
import { decisions, signInFields, signInPage, signInPath } from "./sign-in-page.ts"
import { signedInPage } from "./signed-in-page.ts"
import { respondWithStylesheet, stylesheetPath } from "./stylesheet.ts"

/** The address to which operation 5 redirects. Here it is the login page of the MVPD. */
const samlPath = "/adobe-services/authenticate/saml"
const logoutPath = "/adobe-services/logout"

const toSignIn = (request: Request, { origin, session }: LoginPageContext): Response => {
  const code = new URL(request.url).searchParams.get("code") ?? ""
  if (session(code) === undefined) return respondWithPage(problemPage("unknown"))
  return redirectTo(`${origin}${signInPath}?${new URLSearchParams({ code })}`, 302)
}

const showSignIn = (request: Request, context: LoginPageContext): Response => {
  const code = new URL(request.url).searchParams.get("code") ?? ""
  const session = context.session(code)
  if (session === undefined) return respondWithPage(problemPage("unknown"))
  if (session.state === "expired") return respondWithPage(problemPage("expired"))
  const target = returnTarget(session.redirectUrl, context.customSchemes)
  if (target === undefined) return respondWithPage(problemPage("noReturn"))
  if (session.state === "signedIn") return respondWithPage(signedInPage(session, target))
  return respondWithPage(signInPage(session, context))
}

const submitSignIn = async (request: Request, context: LoginPageContext): Promise<Response> => {
  const form = new URLSearchParams(await request.text())
  const code = form.get(signInFields.code)
  if (code === null) return respondWithPage(problemPage("malformed"))
  switch (form.get(signInFields.decision)) {
    case decisions.signIn: {
      const viewer = form.get(signInFields.userName)?.trim() ?? ""
      return respondToOutcome(code, viewer === "" ? context.signIn(code) : context.signIn(code, viewer), context)
    }
    case decisions.decline:
      return respondToOutcome(code, context.decline(code), context)
    default:
      return respondWithPage(problemPage("malformed"))
  }
}

const respondToOutcome = (code: string, outcome: LoginOutcome, context: LoginPageContext): Response => {
  switch (outcome._tag) {
    case "Redirect": {
      const target = returnTarget(outcome.redirectUrl, context.customSchemes)
      return target === undefined ? respondWithPage(problemPage("noReturn")) : redirectTo(target)
    }
    case "SessionUnavailable":
      return respondWithPage(problemPage(outcome.reason))
    case "ViewerUnknown": {
      const session = context.session(code)
      if (session === undefined) return respondWithPage(problemPage("unknown"))
      return respondWithPage(signInPage(session, context, outcome.viewer))
    }
  }
}

/** Sends the user agent back. A real MVPD would end its session first; the simulated one has none. */
const logOut = (request: Request, { logoutTarget, customSchemes }: LoginPageContext): Response => {
  const redirectUrl = logoutTarget(new URL(request.url))
  if (redirectUrl === undefined) return respondWithPage(problemPage("logoutUnknown"))
  const target = returnTarget(redirectUrl, customSchemes)
  return target === undefined ? respondWithPage(problemPage("noReturn")) : redirectTo(target, 302)
}

const notAllowed = (allow: string): Response =>
  new Response(`Only ${allow} is supported here.\n`, {
    status: 405,
    headers: { allow, "content-type": "text/plain;charset=utf-8" }
  })

/**
 * Serves the pages of a simulated MVPD: the login page, on which a viewer (or Playwright) signs in or declines after
 * operation 5, and the logout address of operation 11. Plain HTML without scripts. It redirects only to addresses of
 * earlier sessions and logouts, never to one from the query.
 *
 * Resolves to `undefined` for other paths. Source: docs/protocol/rest-api-v2.md sections 10 and 13.
 */
export const mvpdLoginPage: LoginPage = async (request, context) => {
  const reads = request.method === "GET" || request.method === "HEAD"
  switch (new URL(request.url).pathname) {
    case samlPath:
      return reads ? toSignIn(request, context) : notAllowed("GET")
    case logoutPath:
      return reads ? logOut(request, context) : notAllowed("GET")
    case signInPath:
      if (request.method === "POST") return submitSignIn(request, context)
      return reads ? showSignIn(request, context) : notAllowed("GET, POST")
    case stylesheetPath:
      return reads ? respondWithStylesheet() : notAllowed("GET")
    default:
      return undefined
  }
}
