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
  | (ResponseHead & { readonly _tag: "Empty" })

export const json = (status: number, body: unknown): SimulatedResponse => ({ _tag: "Json", status, body })

export const html = (status: number, body: string, headers: ResponseHeaders = []): SimulatedResponse => ({
  _tag: "Html",
  status,
  body,
  headers
})

export const empty = (status: number, headers: ResponseHeaders = []): SimulatedResponse => ({
  _tag: "Empty",
  status,
  headers
})

/** As the samples spell it (C-DCR-7). */
const jsonContentType = "application/json;charset=UTF-8"

const contentTypes = { Json: jsonContentType, Html: "text/html", Empty: undefined }

/** The `Response` of a response, dated by the simulator's clock (`now`, milliseconds since the epoch). */
export const toResponse = (response: SimulatedResponse, now: number): Response => {
  const headers = new Headers()
  const contentType = contentTypes[response._tag]
  if (contentType !== undefined) headers.set("content-type", contentType)
  headers.set("date", new Date(now).toUTCString())
  for (const [name, value] of response.headers ?? []) headers.append(name, value)
  const init = { status: response.status, headers }
  switch (response._tag) {
    case "Json":
      return new Response(JSON.stringify(response.body), init)
    case "Html":
      return new Response(response.body, init)
    case "Empty":
      return new Response(null, init)
  }
}
