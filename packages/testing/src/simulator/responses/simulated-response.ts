/** Response headers in order; a name may repeat (`Set-Cookie`). */
export type ResponseHeaders = ReadonlyArray<readonly [name: string, value: string]>

interface ResponseHead {
  readonly status: number
  readonly headers?: ResponseHeaders
}

/** A response before it becomes a `Response`: faults and the journal still read it. */
export type SimulatedResponse =
  | (ResponseHead & { readonly _tag: "Json"; readonly body: unknown })
  | (ResponseHead & { readonly _tag: "Html"; readonly body: string })
  | (ResponseHead & { readonly _tag: "Text"; readonly body: string; readonly contentType: string })
  | (ResponseHead & { readonly _tag: "Empty" })

export const json = (status: number, body: unknown): SimulatedResponse => ({ _tag: "Json", status, body })

const serializedBodies = new WeakMap<object, string>()

/** A JSON response that is sent many times: its body is serialized once, so it must not change. */
export const sharedJson = (status: number, body: object): SimulatedResponse => {
  if (!serializedBodies.has(body)) serializedBodies.set(body, JSON.stringify(body))
  return json(status, body)
}

/** Whether `sharedJson` made the body. */
export const isShared = (body: object): boolean => serializedBodies.has(body)

const serialize = (body: unknown): string =>
  (typeof body === "object" && body !== null ? serializedBodies.get(body) : undefined) ?? JSON.stringify(body)

export const html = (status: number, body: string, headers: ResponseHeaders = []): SimulatedResponse => ({
  _tag: "Html",
  status,
  body,
  headers
})

/** A response of a management API, which documents no JSON failures. */
export const text = (status: number, body: string, contentType = "text/plain"): SimulatedResponse => ({
  _tag: "Text",
  status,
  body,
  contentType
})

export const empty = (status: number, headers: ResponseHeaders = []): SimulatedResponse => ({
  _tag: "Empty",
  status,
  headers
})

/** As the samples spell it (C-DCR-7). */
const jsonContentType = "application/json;charset=UTF-8"

const contentTypeOf = (response: SimulatedResponse): string | undefined => {
  switch (response._tag) {
    case "Json":
      return jsonContentType
    case "Html":
      return "text/html"
    case "Text":
      return response.contentType
    case "Empty":
      return undefined
  }
}

let datedSecond = Number.NaN
let date = ""

/** The header `Date`, which has no fractions of a second. */
const dateOf = (now: number): string => {
  const second = Math.floor(now / 1_000)
  if (second !== datedSecond) {
    datedSecond = second
    date = new Date(now).toUTCString()
  }
  return date
}

const wholeBodies = new WeakMap<Response, string>()

/** The unread body of a response of `toResponse`, so that a server can write it at once instead of reading a stream. */
export const wholeBodyOf = (response: Response): string | undefined =>
  response.bodyUsed ? undefined : wholeBodies.get(response)

const withBody = (body: string, init: ResponseInit): Response => {
  const response = new Response(body, init)
  wholeBodies.set(response, body)
  return response
}

/** The `Response` of a response, dated by the simulator's clock (`now`, milliseconds since the epoch). */
export const toResponse = (response: SimulatedResponse, now: number): Response => {
  const headers = new Headers()
  const contentType = contentTypeOf(response)
  if (contentType !== undefined) headers.set("content-type", contentType)
  headers.set("date", dateOf(now))
  for (const [name, value] of response.headers ?? []) headers.append(name, value)
  const init = { status: response.status, headers }
  switch (response._tag) {
    case "Json":
      return withBody(serialize(response.body), init)
    case "Html":
    case "Text":
      return withBody(response.body, init)
    case "Empty":
      return new Response(null, init)
  }
}
