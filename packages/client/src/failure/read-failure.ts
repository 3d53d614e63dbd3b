import { failureWithCatalogue } from "./catalogue.ts"
import type { Failure } from "./failure.ts"
import { readFailureAsSent } from "./read-failure-as-sent.ts"

/**
 * Reads why a call failed from its response, of either API. `undefined` for a success: a 2xx status with a JSON object
 * that is no error itself.
 *
 * Consumes the body, at most 64 KiB of it; pass `response.clone()` to use it elsewhere. Never rejects: a body that is
 * no JSON, breaks off or was consumed before leaves an `HttpError`.
 *
 * Source: docs/protocol/errors.md, sections 3 and 6.
 *
 * @example
 * const failure = await readFailure(response)
 * if (failure?._tag === "Throttled") await wait(Math.max(1000, failure.retryAfterMillis ?? 0))
 * if (failure?._tag === "EnhancedError" && failure.action === "authentication") await authenticate()
 */
export const readFailure = async (response: Response): Promise<Failure | undefined> => {
  const failure = await readFailureAsSent(response)
  return failure && failureWithCatalogue(failure)
}
