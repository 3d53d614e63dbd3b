import { jsonOrText } from "../json.ts"
import { readTextOrNothing } from "../response/read-text.ts"
import { failureWithCatalogue } from "./catalogue.ts"
import type { Failure } from "./failure.ts"
import { failureOf } from "./failure-of.ts"

/** Enhanced errors have about 500 bytes, so these limits are generous. */
const limits = { bytes: 64 * 1024, millis: 10_000 }

/**
 * Reads the failure of a response of either API. Resolves to `undefined` for a success: a 2xx status with a JSON object
 * that is not an error.
 *
 * Consumes the body, at most 64 KiB within 10 seconds. Pass `response.clone()` to read the body again elsewhere. Never
 * rejects: a body that is not JSON, breaks off, takes too long or was consumed before results in an `HttpError`.
 *
 * Source: docs/protocol/errors.md, sections 3 and 6.
 *
 * @example
 * ```ts
 * const failure = await readFailure(response)
 * if (failure?._tag === "Throttled") await wait(Math.max(1000, failure.retryAfterMillis ?? 0))
 * if (failure?._tag === "EnhancedError" && failure.action === "authentication") await authenticate()
 * ```
 */
export const readFailure = async (response: Response): Promise<Failure | undefined> => {
  const failure = await readFailureAsSent(response)
  return failure && failureWithCatalogue(failure)
}

/**
 * Reads the failure of a response like {@link readFailure}, but without the catalogue of enhanced errors, which is most
 * of its size. `action` is the received one, and there is no `reaction`.
 *
 * Source: docs/protocol/errors.md, sections 3 and 6.
 *
 * @example
 * ```ts
 * const failure = await readFailureAsSent(response)
 * if (failure?._tag === "EnhancedError") console.log(failure.code, failure.action)
 * ```
 */
export const readFailureAsSent = async (response: Response): Promise<Failure | undefined> =>
  // Reads every body, because an unread body would keep its connection busy.
  failureOf(response, jsonOrText(await readTextOrNothing(response, limits)))
