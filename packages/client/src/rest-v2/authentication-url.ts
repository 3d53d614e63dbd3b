/**
 * The page to open in a user agent on a second device, from the code that the user entered. Check the code first, with
 * `GET /api/v2/{serviceProvider}/sessions/{code}`. The first device opens the `url` of its session instead.
 *
 * Source: docs/protocol/rest-api-v2.md section 10, docs/protocol/flows.md section 5.
 *
 * @example
 * authenticationUrl({ origin: "https://sp.auth.adobe.com", serviceProvider: "REF30", code: "8ER640M" })
 * // => "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"
 */
export const authenticationUrl = (session: {
  readonly origin: string
  readonly serviceProvider: string
  readonly code: string
}): string => {
  const { origin, serviceProvider, code } = session
  return `${origin.replace(/\/$/, "")}/api/v2/authenticate/${encodeURIComponent(serviceProvider)}/${encodeURIComponent(code)}`
}
