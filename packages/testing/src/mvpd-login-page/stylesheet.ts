export const stylesheetPath = "/simulated-mvpd/login.css"

/** The contrast of all text is at least 7:1; focus is visible without colour. */
const stylesheet = `:root { color-scheme: light; font: 1.125rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #f4f4f4; }
body { margin: 0; }
main { max-width: 30rem; margin: 3rem auto; padding: 2rem; background: #ffffff; border: 1px solid #5f5f5f; }
h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.25; }
label { display: block; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: 0.75rem; font: inherit; border: 2px solid #5f5f5f; }
input[aria-invalid="true"] { border-color: #8c0000; }
button { min-height: 3rem; margin: 1rem 0.5rem 0 0; padding: 0 1.5rem; font: inherit; border: 2px solid #00398f; }
button { color: #00398f; background: #ffffff; }
button.primary { color: #ffffff; background: #00398f; }
a { color: #00398f; }
:focus-visible { outline: 3px solid #000000; outline-offset: 3px; }
.hint, .notice { font-size: 1rem; color: #404040; }
.error { color: #8c0000; font-weight: 600; }
.notice { margin: 2rem 0 0; padding-top: 1rem; border-top: 1px solid #5f5f5f; }
`

export const respondWithStylesheet = (): Response =>
  new Response(stylesheet, {
    headers: {
      "content-type": "text/css;charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "max-age=3600"
    }
  })
