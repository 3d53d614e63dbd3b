import type { components as dcr } from "../generated/dcr/types.ts"
import type { components as restV2 } from "../generated/rest-v2/types.ts"

/**
 * The failure of a call, distinguished by `_tag`. Contains no data of the request. `body` of an {@link HttpError} is
 * not enumerable, so that neither `JSON.stringify` nor a logger prints it.
 *
 * Source: docs/protocol/errors.md.
 */
export type Failure = Throttled | EnhancedError | DcrError | HttpError

/** HTTP 429. Wait at least a second before the next request of the device, or `retryAfterMillis` if that is longer. */
export interface Throttled {
  readonly _tag: "Throttled"
  readonly httpStatus: 429
  /** Milliseconds to wait, from the `Retry-After` header. The documented response has no such header. */
  readonly retryAfterMillis?: number
}

/** An enhanced error of the REST API V2, as a whole body or inside a decision. */
export interface EnhancedError {
  readonly _tag: "EnhancedError"
  /** Status of the response; 200 for the error of a decision. */
  readonly httpStatus: number
  /** The `status` member of the error; may differ from the status of the response. */
  readonly status: number
  /** The code; unknown codes are kept. */
  readonly code: restV2["schemas"]["EnhancedErrorCode"]
  /** The action: from the catalogue for known codes (C-V2-12), otherwise as received. */
  readonly action: restV2["schemas"]["EnhancedErrorAction"]
  /** The documented reaction to a known code, for developers. */
  readonly reaction?: string
  /** A description for humans. Its wording may change. */
  readonly message?: string
  /** The message of the MVPD or the programmer. For a denial, show it instead of `message`. */
  readonly details?: string
  readonly helpUrl?: string
  /** The id of the request, to quote in support tickets. */
  readonly trace?: string
}

/** The code of a refused registration or access token. */
export interface DcrError {
  readonly _tag: "DcrError"
  readonly httpStatus: number
  /** The code; unknown codes are kept. */
  readonly code: dcr["schemas"]["RegistrationErrorCode"] | dcr["schemas"]["AccessTokenErrorCode"]
}

/** A response without an error code, so that only its status is known. */
export interface HttpError {
  readonly _tag: "HttpError"
  readonly httpStatus: number
  readonly contentType?: string
  /**
   * The first 1024 characters of the body. Not enumerable. Absent for 2xx statuses, whose bodies may contain secrets.
   */
  readonly body?: string
}
