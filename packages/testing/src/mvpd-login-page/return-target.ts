const webSchemes = ["https:", "http:"]

/**
 * Returns the `Location` that leads back to the application, or `undefined` for an address to which no user agent may
 * be sent: every scheme except `http:`, `https:` and the custom schemes that native applications have registered. Other
 * schemes, such as `javascript:`, `view-source:` and `filesystem:`, may run or read something.
 *
 * @param customSchemes With the colon: `adobepass:`.
 */
export const returnTarget = (redirectUrl: string, customSchemes: ReadonlyArray<string>): string | undefined => {
  if (!URL.canParse(redirectUrl)) return undefined
  const { href, protocol } = new URL(redirectUrl)
  if (!webSchemes.includes(protocol) && !customSchemes.includes(protocol)) return undefined
  // A header contains only printable ASCII, so other characters are percent-encoded.
  return /^[\x21-\x7e]+$/.test(redirectUrl) ? redirectUrl : href
}

/**
 * Returns the `form-action` sources that allow a form to end on `redirectUrl`. Browsers apply the directive to every
 * redirect after a form, including redirects of the application (for example to `www.`), so the sources are schemes
 * rather than origins.
 */
export const formTargetsOf = (redirectUrl: string, customSchemes: ReadonlyArray<string>): string => {
  if (returnTarget(redirectUrl, customSchemes) === undefined) return ""
  const { protocol } = new URL(redirectUrl)
  return webSchemes.includes(protocol) ? webSchemes.join(" ") : protocol
}

/** 303: the user agent continues with GET after any method. */
export const redirectTo = (location: string, status: 302 | 303 = 303): Response =>
  new Response(null, {
    status,
    headers: { location, "referrer-policy": "no-referrer", "cache-control": "no-store" }
  })
