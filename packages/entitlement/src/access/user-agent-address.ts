declare const brand: unique symbol

/**
 * The address of a page for a user agent: a browser, a webview or a popup. Not a string and not a `URL`, so that no HTTP
 * client accepts it: the page needs cookies and several redirects (M-AUTHN-12).
 */
export interface UserAgentAddress {
  readonly href: string
  readonly [brand]: "user-agent"
}

/** Creates a {@link UserAgentAddress}. Boundary: the only place that creates a value of the branded type. */
export const userAgentAddress = (href: string): UserAgentAddress => ({ href }) as UserAgentAddress
