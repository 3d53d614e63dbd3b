const webSchemes = ["https:", "http:"]

/**
 * Returns the value for `Location` that leads back to the application, or `undefined` where no user agent may be sent:
 * anything but `http:`, `https:` and the custom schemes that native applications have registered. Other schemes may run or
 * read something instead of leading somewhere (`javascript:`, `view-source:`, `filesystem:`).
 *
 * @param customSchemes With the colon: `adobepass:`.
 */
export const returnTarget = (redirectUrl: string, customSchemes: ReadonlyArray<string>): string | undefined => {
  if (!URL.canParse(redirectUrl)) return undefined
  const { href, protocol } = new URL(redirectUrl)
  if (!webSchemes.includes(protocol) && !customSchemes.includes(protocol)) return undefined
  // A header carries printable ASCII only; the parsed form is percent-encoded.
  return /^[\x21-\x7e]+$/.test(redirectUrl) ? redirectUrl : href
}

/**
 * The `form-action` sources that let a form end on `redirectUrl`. Browsers apply the directive to every redirect that
 * follows a form, also to those the application adds (to `www.`, say): hence schemes, not origins.
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
