import { AuthError } from "../errors/index.ts"
import type { ReplayableRequest } from "./replayable-request.ts"

/** The request that a redirect leads to. */
export interface Redirect {
  readonly request: ReplayableRequest
  /**
   * Whether it leaves the configured origin. If so, it has no token and no headers about device and viewer (rule 14,
   * configured origin).
   */
  readonly leaves: boolean
}

/** The most redirects that are followed in a row, as in the platform's `fetch`. */
export const longestRedirectChain = 20

/** The headers that another origin receives. */
const harmlessHeaders = ["accept", "accept-language", "content-type"]

const redirectStatuses = [301, 302, 303, 307, 308]

/** Returns whether a response is a redirect, including one that a browser hides. */
export const isRedirect = ({ status, type }: Response): boolean =>
  redirectStatuses.includes(status) || type === "opaqueredirect"

/**
 * Reads a redirect by the rules of the platform (Fetch standard, "HTTP-redirect fetch"). Returns `undefined` for any
 * other response, and an error for a redirect that must not be followed: a `TypeError` where the platform rejects with
 * one, and `ForeignOrigin` where a body would leave the configured origin (rule 14, configured origin). Neither quotes
 * the address.
 *
 * Browsers hide the target of a redirect. There the platform follows it, without the token, as if it left the origin.
 */
export const followRedirect = (
  response: Response,
  request: ReplayableRequest,
  origin: string
): Redirect | Error | undefined => {
  if (!isRedirect(response)) return undefined
  if (response.type === "opaqueredirect") {
    if (request.hasBody) return foreignOrigin("an origin that the browser hides", origin)
    return leave(request.redirected(response.status, request.url))
  }
  const location = response.headers.get("Location")
  if (location === null) return undefined
  const url = parse(location, request.url)
  if (url === undefined || !/^https?:$/.test(url.protocol)) return networkError("its address is not one of http(s)")
  const leaves = url.origin !== origin
  if (leaves && url.username + url.password !== "") return networkError("its address has credentials")
  // `Request` rejects a URL with credentials, and within the origin the token replaces them.
  url.username = ""
  url.password = ""
  if (url.hash === "") url.hash = parse(request.url, request.url)?.hash ?? ""
  const redirected = request.redirected(response.status, url.href)
  if (redirected === undefined) return networkError("the body of the request is a stream, which cannot be sent again")
  if (!leaves) return { request: redirected, leaves }
  return redirected.hasBody ? foreignOrigin(url.origin, origin) : leave(redirected)
}

/** Creates a `TypeError`, with which the platform rejects for an invalid redirect. */
export const networkError = (problem: string): TypeError =>
  new TypeError(`Failed to follow a redirect: ${problem}. Check the origin.`)

const leave = (request: ReplayableRequest | undefined): Redirect | undefined => {
  request?.keepHeaders(harmlessHeaders)
  return request && { request, leaves: true }
}

const foreignOrigin = (leadsTo: string, expectedOrigin: string): AuthError =>
  new AuthError({ reason: { _tag: "ForeignOrigin", origin: leadsTo, expectedOrigin } })

const parse = (location: string, base: string): URL | undefined => {
  try {
    return new URL(location, base)
  } catch {
    return undefined
  }
}
