import type { ReplayableRequest } from "./replayable-request.ts"

/** The request that a redirect leads to. */
export interface Redirect {
  readonly request: ReplayableRequest
  /** It leaves the configured origin, and carries neither the token nor what tells of device and viewer (rule 14). */
  readonly leaves: boolean
}

/** All that another origin is told. */
const harmlessHeaders = ["accept", "accept-language", "content-type"]

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
  if (leaves) request.keepHeaders(harmlessHeaders)
  return { request, leaves }
}

const parse = (location: string, base: string): URL | undefined => {
  try {
    return new URL(location, base)
  } catch {
    return undefined
  }
}
