import type { CallIdentity } from "../request/call.ts"

/** A request to one of the management APIs. */
export interface ManagementCall {
  readonly request: Request
  readonly url: URL
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Filled in once the access token is known. */
  readonly identity: CallIdentity
}
