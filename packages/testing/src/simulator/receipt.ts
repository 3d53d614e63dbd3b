import type { CallIdentity } from "./call/call.ts"
import type { Violation } from "./call/violation.ts"
import type { Route } from "./operations/router.ts"

export interface Connection {
  /** The client's address; `X-Forwarded-For` takes precedence. */
  readonly address?: string
}

/** A request to the two APIs at the moment it comes in. */
export interface Receipt {
  readonly request: Request
  readonly url: URL
  readonly target: Exclude<Route, { readonly _tag: "Elsewhere" }>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Address of the device, which the throttle counts. */
  readonly address: string
  /** Who sends, as far as the request tells without being read: one device, or else one address. */
  readonly sender: string
  /** Grows while the request is served. */
  readonly violations: Violation[]
  /** Filled in once the access token is known. */
  readonly identity: CallIdentity
}

/** A device whose address nobody tells: an address reserved for documentation. */
const unknownAddress = "192.0.2.1"

/** Characters of the longest IP address, an IPv4 one in IPv6; whatever is longer names no device to keep a bucket for. */
const longestAddress = 45

export const receive = (
  request: Request,
  url: URL,
  target: Receipt["target"],
  connection: Connection,
  now: number
): Receipt => {
  const forwarded = request.headers.get("x-forwarded-for")?.trim() ?? ""
  const isForwarded = forwarded !== "" && forwarded.length <= longestAddress
  const address = (isForwarded ? forwarded : connection.address) || unknownAddress
  return {
    request,
    url,
    target,
    now,
    address,
    sender: request.headers.get("ap-device-identifier") ?? address,
    violations: [],
    identity: { clientId: undefined, accessTokenId: undefined }
  }
}
