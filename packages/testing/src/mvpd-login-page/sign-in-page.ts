import type { LoginPageContext, LoginSession, LoginViewer } from "../simulator/login/login-page.ts"
import { html, type Html } from "./html.ts"
import type { Page } from "./page.ts"
import { formTargetsOf } from "./return-target.ts"

export const signInPath = "/simulated-mvpd/login"

/** Names of the form's fields; the two buttons differ in the value of `decision`. */
export const signInFields = { code: "code", userName: "userName", decision: "decision" } as const
export const decisions = { signIn: "sign-in", decline: "decline" } as const

const nameOf = ({ id, name }: LoginViewer): string => (name === id ? id : `${id} (${name})`)

const hint = (viewers: ReadonlyArray<LoginViewer>): Html => {
  const known = viewers.map(nameOf).join(", ")
  return html`<p class="hint" id="user-name-hint">
    ${known === "" ? "Any user name signs in." : `Known here: ${known}.`}
  </p>`
}

const error = (unknownViewer: string | undefined): Html =>
  unknownViewer === undefined
    ? html``
    : html`<p class="error" id="user-name-error" role="alert">There is no viewer “${unknownViewer}”.</p>`

/** Creates the page with the login form. `unknownViewer` is the unknown name of the last attempt. */
export const signInPage = (
  session: LoginSession,
  context: Pick<LoginPageContext, "viewers" | "customSchemes">,
  unknownViewer?: string
): Page => {
  const { mvpd, serviceProvider } = session
  const viewers = context.viewers(mvpd.id)
  const failed = unknownViewer !== undefined
  const userName = unknownViewer ?? viewers[0]?.id ?? ""
  return {
    status: failed ? 422 : 200,
    title: `${failed ? "Error: " : ""}Sign in to ${mvpd.displayName}`,
    formTargets: formTargetsOf(session.redirectUrl, context.customSchemes),
    content: html` <h1>Sign in to ${mvpd.displayName}</h1>
      <p>
        ${serviceProvider.name} asks ${mvpd.displayName} whether you are a subscriber. Your code is
        <strong>${session.code}</strong>.
      </p>
      <form method="post" action="${signInPath}">
        <input type="hidden" name="${signInFields.code}" value="${session.code}" />
        <label for="user-name">User name</label>
        ${error(unknownViewer)}
        <input
          id="user-name"
          name="${signInFields.userName}"
          type="text"
          value="${userName}"
          required
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="${failed ? "user-name-error user-name-hint" : "user-name-hint"}"
          ${failed ? html` aria-invalid="true"` : html``}
        />
        ${hint(viewers)}
        <button class="primary" type="submit" name="${signInFields.decision}" value="${decisions.signIn}">
          Sign in
        </button>
        <button type="submit" name="${signInFields.decision}" value="${decisions.decline}" formnovalidate>
          Decline
        </button>
      </form>`
  }
}
