import type { CallIdentity } from "./call/call.ts"
import type { Violation } from "./call/violation.ts"
import { deviceAddress } from "./device-address.ts"
import type { Route } from "./operations/router.ts"

/** Where a request comes from, as far as it does not say so itself. */
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

export const receive = (
  request: Request,
  url: URL,
  target: Receipt["target"],
  connection: Connection,
  now: number
): Receipt => {
  const address = deviceAddress(request, connection)
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
