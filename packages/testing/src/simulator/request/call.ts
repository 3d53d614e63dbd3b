import type { Operation } from "../protocol/operations.ts"
import type { Client } from "../state/clients.ts"
import type { ServiceProvider } from "../state/service-providers.ts"
import type { CallBody } from "./call-body.ts"
import type { Violation } from "./violation.ts"

/** One request to an operation, as the simulator reads it. */
export interface Call {
  readonly operation: Operation
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: CallBody
  /** Scheme and authority the request was sent to. */
  readonly origin: string
  /** Address of the device, as the throttle counts it. */
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Who called, as far as the access token identifies it. */
  readonly identity: CallIdentity
  readonly violations: Violation[]
  readonly notes: string[]
}

/** For the journal; filled in once the access token is known. */
export interface CallIdentity {
  clientId: string | undefined
  /** The `id` of the token response, which is no secret. */
  accessTokenId: string | undefined
}

/** A call to a protected operation whose access token is valid for the service provider. */
export interface AuthorizedCall extends Call {
  readonly client: Client
  readonly serviceProvider: ServiceProvider
}

/** An authorized call that names the streaming device. */
export interface DeviceCall extends AuthorizedCall {
  /** Base64 of the device identifier. */
  readonly device: string
}
