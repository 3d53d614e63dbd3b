import type { Connection } from "../simulator/index.ts"

/** Addresses of this machine, as a socket reports them. */
const loopbackAddress = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/i

/** Names of this machine. A page that makes its own name resolve to 127.0.0.1 (DNS rebinding) sends that name instead. */
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** Headers of a proxy, which may have remote clients. */
const proxyHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host"]

/**
 * Returns the reason why a request to the control API is refused, or `undefined` for a client on this machine that is
 * not a page of another origin.
 */
export const refusalOf = (request: Request, url: URL, { address }: Connection): string | undefined => {
  if (address === undefined || !loopbackAddress.test(address)) {
    return "The control API responds to clients on the simulator's own machine only."
  }
  if (proxyHeaders.some((name) => request.headers.has(name))) {
    return "The control API responds to direct connections only, not through a proxy."
  }
  if (!loopbackHost.test(url.hostname)) {
    return "The control API responds to requests for localhost or a loopback address only: check the Host header."
  }
  const origin = request.headers.get("origin")
  const site = request.headers.get("sec-fetch-site") ?? "none"
  if ((origin !== null && origin !== url.origin) || (site !== "none" && site !== "same-origin")) {
    return "The control API does not respond to pages of other origins."
  }
  return undefined
}
