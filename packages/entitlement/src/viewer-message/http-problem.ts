import type { ViewerMessageKind } from "./viewer-message.ts"
import { viewerMessage } from "./viewer-message-of.ts"

/**
 * Problem details for an HTTP API (RFC 9457), with the members of a {@link ViewerMessage} as extensions. A client
 * branches on `kind`.
 */
export interface ProblemDetails {
  readonly type: "about:blank"
  /** The reason phrase of `status`, which the type `about:blank` requires. */
  readonly title: string
  readonly status: number
  /** The server's message for the viewer, if there is one. */
  readonly detail?: string
  readonly kind: ViewerMessageKind
  /** Stable code of the failure. */
  readonly code: string
  /** Milliseconds until a retry can help. */
  readonly retryAfter?: number
  readonly trace?: string
  readonly sessionId?: string
}

/** A response that a backend sends to its own applications. */
export interface HttpProblem {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: ProblemDetails
}

/** 4xx if the viewer has to act, 5xx if this backend or Adobe Pass has failed. */
const statuses: { readonly [Kind in ViewerMessageKind]: readonly [status: number, title: string] } = {
  "sign-in": [403, "Forbidden"],
  "choose-provider": [409, "Conflict"],
  "new-code": [410, "Gone"],
  denied: [403, "Forbidden"],
  "pass-used-up": [403, "Forbidden"],
  "try-later": [503, "Service Unavailable"],
  "check-network": [504, "Gateway Timeout"],
  storage: [503, "Service Unavailable"],
  "update-app": [501, "Not Implemented"],
  "out-of-service": [500, "Internal Server Error"],
  nothing: [409, "Conflict"]
}

/**
 * Returns the HTTP response with which a backend passes a failure to its applications: problem details (RFC 9457), with
 * `Retry-After` if a retry can help, and not cacheable. Accepts the same failures as {@link viewerMessage}.
 *
 * @example
 * ```ts
 * import { toHttpProblem } from "@tve-pass/entitlement"
 *
 * const { status, headers, body } = toHttpProblem({ _tag: "HttpError", httpStatus: 503 })
 * new Response(JSON.stringify(body), { status, headers }).headers.get("Retry-After") // => "5"
 * ```
 */
export const toHttpProblem = (failure: unknown, now?: number): HttpProblem => {
  const { kind, text, retryAfter, log } = viewerMessage(failure, now)
  const [status, title] = statuses[kind]
  return {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(Math.ceil(retryAfter / 1_000)) })
    },
    body: {
      type: "about:blank",
      title,
      status,
      ...(text === undefined ? {} : { detail: text }),
      kind,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...log
    }
  }
}
