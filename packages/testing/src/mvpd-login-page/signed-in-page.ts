import type { LoginSession } from "../simulator/login/login-page.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

/** For a viewer who comes back to the page after signing in: nothing to do here but to return. */
export const signedInPage = ({ mvpd, serviceProvider }: LoginSession, target: string): Page => ({
  status: 200,
  title: `Signed in to ${mvpd.displayName}`,
  content: html` <h1>Signed in to ${mvpd.displayName}</h1>
    <p>You are already signed in for this code.</p>
    <p><a href="${target}">Return to ${serviceProvider.name}</a></p>`
})
