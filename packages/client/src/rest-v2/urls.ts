import { fillPath } from "../api-client/path.ts"

/** The destination of requests: an origin, a base URL with a path, or an object with `baseUrl`, such as a transport. */
export type CalledServer = string | { readonly baseUrl: string }

/** Returns the base URL without a trailing slash. */
const baseUrlOf = (server: CalledServer): string =>
  (typeof server === "string" ? server : server.baseUrl).replace(/\/$/, "")

/**
 * Returns the `url` of a response as an absolute URL, or `undefined` if it is absent or invalid. A relative URL is
 * resolved against the server of the request, including its base path.
 *
 * Source: docs/protocol/rest-api-v2.md, section 2.
 *
 * @example
 * ```ts
 * absoluteUrl("/api/v2/authenticate/REF30/8ER640M", "https://sp.auth.adobe.com")
 * // => "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"
 * ```
 */
export const absoluteUrl = (url: string | null | undefined, server: CalledServer): string | undefined => {
  if (typeof url !== "string" || url === "") return undefined
  // Returned unchanged, because `URL` of older React Native versions appends a slash to absolute URLs.
  if (/^https?:\/\/[^/]/i.test(url)) return url
  const baseUrl = baseUrlOf(server)
  try {
    return new URL(/^\/(?!\/)/.test(url) ? baseUrl + url : url, baseUrl).href
  } catch {
    return undefined
  }
}

/**
 * Returns the address of the login page for a second device, from the code that the viewer entered. Check the code
 * first, with `GET /api/v2/{serviceProvider}/sessions/{code}`. The first device opens the `url` of its session instead.
 *
 * Source: docs/protocol/rest-api-v2.md section 10, docs/protocol/flows.md section 5.
 *
 * @throws {InvalidRequestError} for a service provider or code that is empty, a dot segment or not a string
 * @example
 * ```ts
 * authenticationUrl({ origin: "https://sp.auth.adobe.com", serviceProvider: "REF30", code: "8ER640M" })
 * // => "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"
 * ```
 */
export const authenticationUrl = (session: {
  /** An origin, or `pass`. */
  readonly origin: CalledServer
  readonly serviceProvider: string
  readonly code: string
}): string => baseUrlOf(session.origin) + fillPath("/api/v2/authenticate/{serviceProvider}/{code}", session)
