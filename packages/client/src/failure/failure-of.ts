import { enhancedErrorOf } from "./enhanced-error.ts"
import type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "./failure.ts"
import { isJsonObject, isJsonType } from "./json.ts"
import { retryAfterMillis } from "./retry-after.ts"

/**
 * The failure that a response is, as it was sent, or `undefined` for a success. `body` is its JSON value, or its text.
 *
 * Follows the order of docs/protocol/errors.md section 6: the status, the content type, an enhanced error, a DCR error,
 * whatever is left. A success is a JSON object that is no error itself.
 */
export const failureOf = (response: Response, body: unknown): Failure | undefined => {
  if (response.status === 429) return throttledOf(response)
  // Without a content type, and for successes, the body decides.
  const isJson = response.ok || isJsonType(response.headers.get("content-type") ?? "application/json")
  const error = isJson ? errorOf(response, body) : undefined
  if (error !== undefined) return error
  return response.ok && isJsonObject(body) ? undefined : httpErrorOf(response, body)
}

const throttledOf = ({ headers }: Response): Throttled => {
  const millis = retryAfterMillis(headers)
  return { _tag: "Throttled", httpStatus: 429, ...(millis === undefined ? {} : { retryAfterMillis: millis }) }
}

const errorOf = ({ ok, status: httpStatus }: Response, body: unknown): EnhancedError | DcrError | undefined => {
  if (!isJsonObject(body)) return undefined
  // A session has a `code` as well: that of the user.
  if (ok && "actionName" in body) return undefined
  const enhancedError = enhancedErrorOf(body, httpStatus, ok ? undefined : httpStatus)
  if (enhancedError !== undefined) return enhancedError
  const code = body["error"]
  return typeof code === "string" ? { _tag: "DcrError", httpStatus, code } : undefined
}

const excerptLength = 1024

/** An error about which no more than the response is known. */
export const httpErrorOf = ({ headers, ok, status: httpStatus }: Response, body: unknown): HttpError => {
  const contentType = headers.get("content-type")
  const error: HttpError = { _tag: "HttpError", httpStatus, ...(contentType === null ? {} : { contentType }) }
  const text = typeof body === "string" ? body : JSON.stringify(body)
  if (ok || text === undefined || text === "") return error
  // It may quote the request: there for whoever asks, but not printed along with the error.
  return Object.defineProperty(error, "body", { value: text.slice(0, excerptLength) })
}
