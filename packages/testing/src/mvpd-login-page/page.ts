import { html, type Html } from "./html.ts"
import { stylesheetPath } from "./stylesheet.ts"

export interface Page {
  readonly status: 200 | 400 | 422
  readonly title: string
  readonly content: Html
  /** Additional targets of forms on this page: the scheme of the session's `redirectUrl`. */
  readonly formTargets?: string
}

/**
 * Only the page's stylesheet may load, so that injected markup has no effect. Framing is allowed, because the real
 * login page is opened with `no_iframe=false`.
 */
const contentSecurityPolicy = (formTargets: string | undefined): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${formTargets === undefined ? "" : ` ${formTargets}`}`
  ].join("; ")

const documentOf = ({ title, content }: Page): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
      </head>
      <body>
        <main>
          ${content}
          <p class="notice">This is a simulated TV provider. It asks for no password, and no real one belongs here.</p>
        </main>
      </body>
    </html> `

export const respondWithPage = (page: Page): Response =>
  new Response(documentOf(page).markup, {
    status: page.status,
    headers: {
      "content-type": "text/html;charset=utf-8",
      "content-language": "en",
      "content-security-policy": contentSecurityPolicy(page.formTargets),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store"
    }
  })
