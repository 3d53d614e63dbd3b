import { html } from "./html.ts"
import type { Page } from "./page.ts"

/**
 * The reason why no viewer can sign in. The real server responds to such a navigation with 400 and an undocumented HTML
 * body.
 */
export type Problem = "unknown" | "expired" | "incomplete" | "noReturn" | "malformed" | "logoutUnknown"

const explanations: Readonly<Record<Problem, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: "Unknown code",
    text: "No session has this code. Check it on the device that shows it, or ask the device for a new one."
  },
  expired: {
    title: "Code expired",
    text: "This code has expired, or the device has shown a newer one. Ask the device for a new code."
  },
  incomplete: {
    title: "Session incomplete",
    text: "The session does not say yet which TV provider to sign in to. Complete it first (resume authentication session)."
  },
  noReturn: {
    title: "No way back",
    text: "The session's redirectUrl is not an address that a user agent may be sent to: http, https, or a custom scheme among the redirectUris of a registered application."
  },
  malformed: {
    title: "Incomplete form",
    text: "The form needs a code and a decision: sign-in or decline."
  },
  logoutUnknown: {
    title: "Unknown logout",
    text: "No application was given this logout address. Take the url that the logout operation returned, unchanged."
  }
}

export const problemPage = (problem: Problem): Page => {
  const { title, text } = explanations[problem]
  return {
    status: 400,
    title,
    content: html` <h1>${title}</h1>
      <p>${text}</p>`
  }
}
