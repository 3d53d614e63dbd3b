import { InvalidHeaderError } from "./invalid-header-error.ts"
import { isIpv4, isIpv6 } from "./ip-address.ts"

const name = "X-Forwarded-For"

/**
 * `X-Forwarded-For`: public IP address of the streaming device. A server sends it on every call, DCR included; an
 * application on the device never does. It is the key of the throttle: without it all users share the server's.
 *
 * Takes exactly one IPv4 or IPv6 address. An IPv4 address mapped to IPv6, as dual-stack sockets report it
 * (`::ffff:203.45.101.20`), is sent as the IPv4 address it is, so that one device has one key.
 *
 * Source: docs/protocol/headers.md section 4, docs/protocol/throttling.md section 2.
 *
 * @throws {InvalidHeaderError} for anything else: a list, a port, brackets, a zone, a host name.
 * @example
 * forwardedForHeader("203.45.101.20") // => { "X-Forwarded-For": "203.45.101.20" }
 */
export const forwardedForHeader = (address: string): { readonly [name]: string } => {
  const text = typeof address === "string" ? address.replace(/^::ffff:(?=[\d.]+$)/i, "") : ""
  if (isIpv4(text) || isIpv6(text)) return { [name]: text }
  throw new InvalidHeaderError(
    name,
    "is not one IP address",
    "Pass the device's public IPv4 or IPv6 address, without port"
  )
}
