import type { LoginSession } from "../simulator/login/login-page.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

/** Creates the page for a viewer who has already signed in, with a link back to the application. */
export const signedInPage = ({ mvpd, serviceProvider }: LoginSession, target: string): Page => ({
  status: 200,
  title: `Signed in to ${mvpd.displayName}`,
  content: html` <h1>Signed in to ${mvpd.displayName}</h1>
    <p>You are already signed in for this code.</p>
    <p><a href="${target}">Return to ${serviceProvider.name}</a></p>`
})
