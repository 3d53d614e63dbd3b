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
  if (typeof url !== "string" || url === "") return undefined
  // As it came: the `URL` of older React Native appends a slash to whatever is absolute.
  if (/^https?:\/\/[^/]/i.test(url)) return url
  try {
    return new URL(url, origin).href
  } catch {
    return undefined
  }
}
