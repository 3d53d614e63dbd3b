import { isJsonObject, type JsonObject } from "../json.ts"
import type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "./failure.ts"
import { retryAfterMillis } from "../response/retry-after.ts"

/**
 * Returns the failure in a response, without the catalogue, or `undefined` for a success. `body` is the JSON value, or
 * the string.
 *
 * The status decides first, then the body. The content type does not count, because servers and proxies often set a
 * wrong one. A success is a JSON object that is not an error.
 *
 * Source: docs/protocol/errors.md, section 6.
 */
export const failureOf = (response: Response, body: unknown): Failure | undefined => {
  if (response.status === 429) return throttledOf(response)
  const error = errorOf(response, body)
  if (error !== undefined) return error
  return response.ok && isJsonObject(body) ? undefined : httpErrorOf(response, body)
}

const throttledOf = ({ headers }: Response): Throttled => {
  const millis = retryAfterMillis(headers)
  return { _tag: "Throttled", httpStatus: 429, ...(millis === undefined ? {} : { retryAfterMillis: millis }) }
}

/** The form of codes in RFC 6749. Gateways send text such as "Not Found" in the same member. */
const oauthCode = /^[a-z][a-z\d]*(?:_[a-z\d]+)*$/

const errorOf = ({ ok, status: httpStatus }: Response, body: unknown): EnhancedError | DcrError | undefined => {
  // The `code` of a session is the sign-in code, not an error code.
  if (ok && isJsonObject(body) && "actionName" in body) return undefined
  const enhancedError = enhancedErrorOf(body, httpStatus, ok ? undefined : httpStatus)
  if (enhancedError !== undefined) return enhancedError
  const code = isJsonObject(body) ? body["error"] : undefined
  return typeof code === "string" && oauthCode.test(code) ? { _tag: "DcrError", httpStatus, code } : undefined
}

/**
 * Returns the enhanced error in a JSON value: the value itself, its member `error`, or the first item of a list or of
 * `errors`. Does not add the catalogue. Without `fallbackStatus`, the error must have a `status`.
 *
 * Source: docs/protocol/errors.md, sections 1 and 2.
 */
export const enhancedErrorOf = (
  value: unknown,
  httpStatus: number,
  fallbackStatus?: number
): EnhancedError | undefined => {
  for (const candidate of candidatesOf(value)) {
    if (!isJsonObject(candidate)) continue
    const code = codeOf(candidate)
    const status = statusOf(candidate) ?? fallbackStatus
    if (code === undefined || status === undefined) continue
    const action = typeof candidate["action"] === "string" ? candidate["action"] : "none"
    return { _tag: "EnhancedError", httpStatus, status, code, action, ...messagesOf(candidate) }
  }
  return undefined
}

const candidatesOf = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value)) return value
  if (!isJsonObject(value)) return []
  const { error, errors } = value
  return [value, error, ...(Array.isArray(errors) ? errors : [errors])]
}

/** Returns the code as a string, also if it is a number. */
const codeOf = ({ code }: JsonObject): string | undefined =>
  (typeof code === "string" && code !== "") || typeof code === "number" ? String(code) : undefined

/** Returns any integer (C-V2-17), also from a string. */
const statusOf = ({ status }: JsonObject): number | undefined =>
  /^\d+$/.test(String(status)) ? Number(status) : undefined

const messages = ["message", "details", "helpUrl", "trace"] as const

type Messages = { -readonly [Name in (typeof messages)[number]]?: string }

const messagesOf = (error: JsonObject): Messages => {
  const found: Messages = {}
  for (const name of messages) {
    const value = error[name]
    if (typeof value === "string") found[name] = value
  }
  return found
}

const excerptLength = 1024

/** Creates the failure of a response without an error code. */
export const httpErrorOf = ({ headers, ok, status: httpStatus }: Response, body: unknown): HttpError => {
  const contentType = headers.get("content-type")
  const error: HttpError = { _tag: "HttpError", httpStatus, ...(contentType === null ? {} : { contentType }) }
  const content = typeof body === "string" ? body : jsonOf(body)
  if (ok || content === undefined || content === "") return error
  // The body may quote the request, so it is readable but not printed with the error.
  return Object.defineProperty(error, "body", { value: content.slice(0, excerptLength) })
}

/** Returns `undefined` for a value that is nested too deeply to be serialized. */
const jsonOf = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
