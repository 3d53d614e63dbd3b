/**
 * A `url` of an answer, absolute or relative to the origin that was called, as an absolute one. `undefined` where there
 * is none or it is no URL.
 *
 * Source: docs/protocol/rest-api-v2.md, section 2.
 *
 * @example
 * absoluteUrl("/api/v2/authenticate/REF30/8ER640M", "https://sp.auth.adobe.com")
 * // => "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"
 */
export const absoluteUrl = (url: string | null | undefined, origin: string): string | undefined => {
  try {
    return typeof url === "string" && url !== "" ? new URL(url, origin).href : undefined
  } catch {
    return undefined
  }
}
