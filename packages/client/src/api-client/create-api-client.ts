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
    fetch: (request) => (options.fetch === undefined ? fetch(request) : options.fetch(request)),
    headers: { Accept: "application/json;charset=utf-8", ...options.headers }
  })
  // Boundary: what follows is the same for all operations; their types are those of `Paths`.
  const send = client.request as (method: string, path: string, init: Init) => Promise<Result>

  const request = async (method: string, path: string, init: Init = {}) => {
    const contract = contracts[`${method.toUpperCase()} ${path}`] ?? { statuses: [] }
    const result = await send(method, path, {
      ...init,
      body: withoutAbsent(init.body),
      headers: mergeHeaders({ "Content-Type": contract.contentType }, init.headers),
      parseAs: init.parseAs ?? "text"
    })
    return { ...(init.parseAs === undefined ? parsed(result) : result), contract }
  }
  const GET = (path: string, init?: Init) => request("get", path, init)
  const POST = (path: string, init?: Init) => request("post", path, init)
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

/** The form encoding of openapi-fetch would send the text "undefined". */
const withoutAbsent = (body: object | undefined): object | undefined =>
  body && Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null))

/** Text of a success as JSON; other text becomes the `error`, as that of a failure would, instead of a `SyntaxError`. */
const parsed = ({ data, error, response }: Result): Result => {
  if (typeof data !== "string" || data === "")
    return error === undefined ? { data: undefined, response } : { error, response }
  try {
    return { data: JSON.parse(data), response }
  } catch {
    return { error: data, response }
  }
}
