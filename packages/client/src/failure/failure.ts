import type { components as dcr } from "../generated/dcr/types.ts"
import type { components as restV2 } from "../generated/rest-v2/types.ts"

/**
 * Why a call did not succeed, by `_tag`. Holds no request data; `body` of an {@link HttpError} is not
 * enumerable, so that neither `JSON.stringify` nor a logger prints it.
 *
 * Source: docs/protocol/errors.md.
 */
export type Failure = Throttled | EnhancedError | DcrError | HttpError

/** HTTP 429: wait at least a second before any other request of the device, longer if `retryAfterMillis` says so. */
export interface Throttled {
  readonly _tag: "Throttled"
  readonly httpStatus: 429
  /** Milliseconds from now, by the `Retry-After` header; the documented response has none. */
  readonly retryAfterMillis?: number
}

/** An enhanced error of the REST API V2, as a whole body or inside a decision. */
export interface EnhancedError {
  readonly _tag: "EnhancedError"
  /** Status of the response; 200 for the error of a decision. */
  readonly httpStatus: number
  /** Status associated with the error; may differ from that of the response. */
  readonly status: number
  /** Codes that this version does not know are carried. */
  readonly code: restV2["schemas"]["EnhancedErrorCode"]
  /** The remedy: of the catalogue for known codes (C-V2-12), else as it was sent. */
  readonly action: restV2["schemas"]["EnhancedErrorAction"]
  /** What a client does about a known code, for its developers. */
  readonly reaction?: string
  /** For humans; worded differently from time to time. */
  readonly message?: string
  /** Message of the MVPD or the programmer: for a denial, show it rather than `message`. */
  readonly details?: string
  readonly helpUrl?: string
  /** Quote it in support tickets. */
  readonly trace?: string
}

/** The code of a refused registration or access token. */
export interface DcrError {
  readonly _tag: "DcrError"
  readonly httpStatus: number
  /** Codes that this version does not know are carried. */
  readonly code: dcr["schemas"]["RegistrationErrorCode"] | dcr["schemas"]["AccessTokenErrorCode"]
}

/** A response that explains itself by its status at most. */
export interface HttpError {
  readonly _tag: "HttpError"
  readonly httpStatus: number
  readonly contentType?: string
  /** First 1024 characters of the body. Not enumerable; absent for 2xx statuses, whose bodies may hold secrets. */
  readonly body?: string
}
