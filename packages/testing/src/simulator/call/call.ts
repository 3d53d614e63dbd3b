import type { AccessToken } from "../access-tokens/access-token.ts"
import type { Operation } from "../operations/operation.ts"
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
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly violations: Violation[]
}

/** A call to a protected operation whose access token is good for the service provider. */
export interface AuthorizedCall extends Call {
  readonly accessToken: AccessToken
  readonly serviceProvider: string
}
