import type { Operation } from "../protocol/operations.ts"
import type { Client } from "../state/clients.ts"
import type { ServiceProvider } from "../state/service-providers.ts"
import type { CallBody } from "./call-body.ts"
import type { Violation } from "./violation.ts"

/** A request to an operation. */
export interface Call {
  readonly operation: Operation
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: CallBody
  /** Scheme and authority the request was sent to. */
  readonly origin: string
  /** The device's address, by which the throttle counts. */
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The caller, identified by the access token. */
  readonly identity: CallIdentity
  readonly violations: Violation[]
  readonly notes: string[]
}

/** The identity of a caller, for the journal. Set when the access token is known. */
export interface CallIdentity {
  clientId: string | undefined
  /** The `id` of the token response, which is no secret. */
  accessTokenId: string | undefined
}

/** A call to a protected operation, with an access token that is valid for the service provider. */
export interface AuthorizedCall extends Call {
  readonly client: Client
  readonly serviceProvider: ServiceProvider
}

/** An authorized call that names the streaming device. */
export interface DeviceCall extends AuthorizedCall {
  /** Base64 of the device identifier. */
  readonly device: string
}
