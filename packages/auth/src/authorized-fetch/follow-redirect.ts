import { suppliedHeaders } from "./call-kind.ts"
import type { ReplayableRequest } from "./replayable-request.ts"

/** The request that a redirect leads to. */
export interface Redirect {
  readonly request: ReplayableRequest
  /** It leaves the configured origin, and carries neither the token nor the device's headers (rule 14). */
  readonly leaves: boolean
}

/**
 * Reads a redirect; `undefined` for any other response, and for a redirect that cannot be followed.
 *
 * Browsers do not show where a redirect leads. There it is followed by the platform, without the token, as if it left
 * the origin.
 */
export const followRedirect = (
  response: Response,
  request: ReplayableRequest,
  origin: string
): Redirect | undefined => {
  const { status, type, headers } = response
  if (type === "opaqueredirect") return redirectTo(request.redirected(307, request.url), true)
  const location = status > 300 && status < 400 ? headers.get("Location") : null
  if (location === null) return undefined
  const url = parse(location, request.url)
  return url && redirectTo(request.redirected(status, url.href), url.origin !== origin)
}

const redirectTo = (request: ReplayableRequest | undefined, leaves: boolean): Redirect | undefined => {
  if (request === undefined) return undefined
  if (leaves) request.deleteHeaders(["Authorization", ...suppliedHeaders])
  return { request, leaves }
}

const parse = (location: string, base: string): URL | undefined => {
  try {
    return new URL(location, base)
  } catch {
    return undefined
  }
}
