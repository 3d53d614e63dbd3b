import createClient, { mergeHeaders, type HeadersOptions, type ParseAs } from "openapi-fetch"
import type { ApiClient } from "./api-client.ts"
import { baseUrlOf, type ClientOptions } from "./client-options.ts"
import type { Contract } from "./contract.ts"

/** A client for the operations of `contracts`, whose types are `Paths`. */
export const createApiClient = <Paths extends object>(
  contracts: { readonly [methodAndPath: string]: Contract },
  options: ClientOptions<string, string>
): ApiClient<Paths> => {
  const client = createClient<object>({
    baseUrl: baseUrlOf(options),
    // Looked up for each request: interceptors and polyfills may arrive after the client.
    fetch: (request) => (options.fetch ? options.fetch(request) : fetch(request)),
    Request: options.Request ?? globalThis.Request,
    headers: { Accept: "application/json;charset=utf-8", ...options.headers }
  })
  // Boundary: what follows is the same for all operations; their types are those of `Paths`.
  const send = client.request as (method: string, path: string, init: Init) => Promise<Result>

  const request = async (method: string, path: string, init: Init = {}) => {
    const contract = contracts[`${method.toUpperCase()} ${path}`]
    const result = await send(method, path, {
      parseAs: "text",
      ...init,
      // Leaves out what is undefined: the form encoding would send it as text.
      body: init.body && JSON.parse(JSON.stringify(init.body)),
      headers: mergeHeaders({ "Content-Type": contract?.contentType }, init.headers)
    })
    return { ...(init.parseAs ? result : parsed(result)), contract }
  }
  const GET = (path: string, init?: Init) => request("GET", path, init)
  const POST = (path: string, init?: Init) => request("POST", path, init)
  return { ...client, request, GET, POST } as object as ApiClient<Paths>
}

interface Init {
  readonly body?: object | undefined
  readonly headers?: HeadersOptions
  readonly parseAs?: ParseAs
}

interface Result {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** Text of a success as JSON; other text becomes the `error`, as that of a failure would, instead of a `SyntaxError`. */
const parsed = (result: Result): Result => {
  const { data, response } = result
  if (typeof data !== "string") return result
  try {
    return { data: JSON.parse(data), response }
  } catch {
    return { error: data, response }
  }
}
