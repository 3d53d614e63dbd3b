import { AuthError } from "@tve-pass/auth/promise"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { ManagementError, type ManagementOperation } from "./management-error.ts"

/**
 * The transport of the requests of this package. `fetch` adds the access token. After a 401 it requests another token
 * and repeats the request once.
 */
export interface ManagementTransport {
  /** Origin of the management APIs, such as `https://mgmt.auth.adobe.com`. */
  readonly baseUrl: string
  /** Sends a request to a URL below `baseUrl`. */
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>
}

/** One request to a management API. */
export interface ManagementRequest {
  readonly operation: ManagementOperation
  readonly method: "GET" | "DELETE" | "POST"
  /** Path and query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const attempts = 3
const shortestDelay = 500
const temporary = new Set([500, 502, 503, 504])
const longestExplanation = 500

/**
 * Sends a request and returns the successful response. A GET that fails temporarily (500, 502, 503, 504, or no response)
 * is sent three times at most, 500 ms and 1 s apart. A request that changes something is sent once.
 */
export const send = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  request: ManagementRequest
) {
  const { operation, method, path, headers = {}, body } = request
  const sendOnce = Effect.tryPromise({
    try: (signal) =>
      transport.fetch(`${transport.baseUrl}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "error",
        signal
      }),
    catch: (failure) =>
      failure instanceof AuthError
        ? new ManagementError({ _tag: "Auth", error: failure })
        : new ManagementError({ _tag: "Unreachable", operation, problem: problemOf(failure) })
  })
  const mayRepeat = method === "GET"
  for (let attempt = 1; ; attempt++) {
    const isLast = !mayRepeat || attempt === attempts
    const response = yield* sendOnce.pipe(
      Effect.catch((error) =>
        isLast || error.reason._tag !== "Unreachable" ? Effect.fail(error) : Effect.succeed(undefined)
      )
    )
    if (response?.ok === true) return response
    if (response !== undefined && (isLast || !temporary.has(response.status))) {
      const explanation = yield* explanationOf(response)
      return yield* new ManagementError({ _tag: "Refused", operation, status: response.status, explanation })
    }
    if (response !== undefined) yield* Effect.promise(async () => response.body?.cancel())
    yield* Effect.sleep(Duration.millis(shortestDelay * 2 ** (attempt - 1)))
  }
})

/** Reads the body of a successful response as a string of at most `limit` bytes, decompressed. */
export const readBody = (
  operation: ManagementOperation,
  response: Response,
  limit: number
): Effect.Effect<string, ManagementError> =>
  Effect.tryPromise({
    try: () => readAtMost(response, limit),
    catch: (failure) => new ManagementError({ _tag: "Unreachable", operation, problem: problemOf(failure) })
  }).pipe(
    Effect.flatMap((text) =>
      text === undefined
        ? new ManagementError({ _tag: "MalformedResponse", operation, problem: `the body exceeds ${limit} bytes` })
        : Effect.succeed(text)
    )
  )

/** Returns the beginning of an explanation in plain text, or an empty string for HTML pages of gateways. */
const explanationOf = (response: Response): Effect.Effect<string> =>
  Effect.promise(async () => {
    const text = await readAtMost(response, 64 * 1024).catch(() => "")
    if (text === undefined || /^\s*</.test(text)) return ""
    return text.replaceAll(/\s+/g, " ").trim().slice(0, longestExplanation)
  }).pipe(Effect.timeoutOrElse({ duration: Duration.seconds(5), orElse: () => Effect.succeed("") }))

const readAtMost = async (response: Response, limit: number): Promise<string | undefined> => {
  const decoder = new TextDecoder()
  let text = ""
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Returns the kind of a network failure, without its message, which may quote the request. */
const problemOf = (failure: unknown): string => {
  if (!(failure instanceof Error)) return "the transport failed"
  const { cause } = failure
  const code: unknown = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  return typeof code === "string" && /^[A-Z_]{1,40}$/.test(code) ? code : failure.name
}
