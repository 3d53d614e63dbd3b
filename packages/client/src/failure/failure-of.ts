import { isJsonObject, type JsonObject } from "../json.ts"
import type { DcrError, EnhancedError, Failure, HttpError, Throttled } from "./failure.ts"
import { retryAfterMillis } from "../response/retry-after.ts"

/**
 * Returns the failure that a response stands for, as it was sent, or `undefined` for a success. `body` is its JSON
 * value, or the string.
 *
 * Decides by the status first, then by the body, not by its content type, which servers and
 * proxies set as they like. A success is a JSON object that is no error itself.
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

/** RFC 6749 spells its codes this way; gateways write "Not Found" into the same member. */
const oauthCode = /^[a-z][a-z\d]*(?:_[a-z\d]+)*$/

const errorOf = ({ ok, status: httpStatus }: Response, body: unknown): EnhancedError | DcrError | undefined => {
  // A session has a `code` as well: that of the user.
  if (ok && isJsonObject(body) && "actionName" in body) return undefined
  const enhancedError = enhancedErrorOf(body, httpStatus, ok ? undefined : httpStatus)
  if (enhancedError !== undefined) return enhancedError
  const code = isJsonObject(body) ? body["error"] : undefined
  return typeof code === "string" && oauthCode.test(code) ? { _tag: "DcrError", httpStatus, code } : undefined
}

/**
 * Returns the enhanced error that a JSON value holds: flat, below `error`, first of a list, first of `errors`. As it was
 * sent, without the catalogue. Without a `fallbackStatus` an error needs a `status` of its own.
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

/** Codes are strings; a number is carried as one. */
const codeOf = ({ code }: JsonObject): string | undefined =>
  (typeof code === "string" && code !== "") || typeof code === "number" ? String(code) : undefined

/** Any integer is carried (C-V2-17), also as a string. */
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

/** Returns an error about which no more than the response is known. */
export const httpErrorOf = ({ headers, ok, status: httpStatus }: Response, body: unknown): HttpError => {
  const contentType = headers.get("content-type")
  const error: HttpError = { _tag: "HttpError", httpStatus, ...(contentType === null ? {} : { contentType }) }
  const content = typeof body === "string" ? body : jsonOf(body)
  if (ok || content === undefined || content === "") return error
  // It may quote the request: readable on purpose, but not printed along with the error.
  return Object.defineProperty(error, "body", { value: content.slice(0, excerptLength) })
}

/** `undefined` for what is nested too deeply to be written. */
const jsonOf = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
