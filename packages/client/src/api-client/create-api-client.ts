import type { Middleware, PathSerializer } from "openapi-fetch"
import { jsonOrText } from "../json.ts"
import { readText } from "../response/read-text.ts"
import type { ApiClient, Contract } from "./api-client.ts"
import { serializeBody } from "./body.ts"
import { baseUrlOf, type ClientOptions } from "./client-options.ts"
import { mergeHeaders } from "./headers.ts"
import { sendThrough } from "./middleware.ts"
import { fillPath } from "./path.ts"
import { serializeQuery, type QuerySerializer } from "./query.ts"
import { createRequest, send, sendUrl } from "./send.ts"

/**
 * Creates a client for the operations of `contracts`, whose types are `Paths`. It has the types, parameters,
 * serializers and middleware of an openapi-fetch client. Bodies are serialized by the contract of the operation.
 */
export const createApiClient = <Paths extends object>(
  contracts: { readonly [methodAndPath: string]: Contract },
  options: ClientOptions<string, string>,
  defaults: RequestInit = {}
): ApiClient<Paths> => {
  const clientUrl = baseUrlOf(options)
  const clientMiddleware: Array<Middleware> = []

  const request = async (method: string, path: string, init: Init = {}) => {
    const {
      params = {},
      body,
      headers: ownHeaders,
      parseAs,
      baseUrl = clientUrl,
      middleware = [],
      ...serializers
    } = init
    const { querySerializer, bodySerializer, pathSerializer, fetch, Request: OwnRequest, ...platformInit } = serializers
    const verb = method.toUpperCase()
    const contract = contracts[`${verb} ${path}`]

    const search = serializeQuery(params.query, querySerializer)
    const filled = fillPath(path, params.path)
    const pathname = pathSerializer ? pathSerializer(path, params.path ?? {}) : filled
    const url = baseUrl.replace(/\/$/, "") + pathname + search

    const headers = mergeHeaders(
      { Accept: "application/json;charset=utf-8", "Content-Type": body === undefined ? undefined : "application/json" },
      options.headers,
      { "Content-Type": contract?.contentType },
      ownHeaders,
      params.header
    )
    const content = bodySerializer && body !== undefined ? bodySerializer(body) : serializeBody(body, headers, contract)

    const sender = fetch ?? options.fetch
    const requestInit: RequestInit = {
      redirect: "follow",
      ...defaults,
      ...platformInit,
      method: verb,
      headers,
      ...(content === undefined ? {} : { body: content })
    }
    const middlewares = [...clientMiddleware, ...middleware]
    // A `Request` is needed for middleware, and for options that some platforms do not support.
    const needsRequest = middlewares.length > 0 || OwnRequest !== undefined || requestInit.cache !== undefined
    if (!needsRequest && sender?.takesUrl) {
      const response = await sendUrl(sender, url, requestInit)
      return { ...(await resultOf(response, verb, parseAs)), response, contract }
    }
    const sent = createRequest(OwnRequest ?? options.Request, url, requestInit)
    // Looked up for each request, because interceptors and polyfills may be installed after the client was created.
    const sendOne = (one: Request) => send(sender, one)
    const context = {
      schemaPath: path,
      params,
      id: Math.random().toString(36).slice(2, 11),
      // Boundary: the options that openapi-fetch passes to middleware, which rarely reads more than `baseUrl`.
      options: { baseUrl, parseAs: parseAs ?? "json", fetch, querySerializer, bodySerializer, pathSerializer } as never
    }
    const response = await (middlewares.length === 0 ? sendOne(sent) : sendThrough(middlewares, sent, context, sendOne))
    return { ...(await resultOf(response, verb, parseAs)), response, contract }
  }

  const methodOf = (method: string) => (path: string, init?: Init) => request(method, path, init)
  const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
  return {
    request,
    ...Object.fromEntries(methods.map((method) => [method, methodOf(method)])),
    use: (...added: ReadonlyArray<Middleware>) => void clientMiddleware.push(...added.filter(Boolean)),
    eject: (...removed: ReadonlyArray<Middleware>) => {
      for (const one of removed) {
        const index = clientMiddleware.indexOf(one)
        if (index >= 0) clientMiddleware.splice(index, 1)
      }
    }
    // Boundary: the code above is the same for all operations; their types are those of `Paths`.
  } as object as ApiClient<Paths>
}

type Values = Record<string, unknown>

/** The options of a request, as the code at run time sees them. */
interface Init extends Omit<RequestInit, "body" | "headers"> {
  readonly params?: { readonly path?: Values; readonly query?: Values; readonly header?: Values }
  readonly body?: NonNullable<unknown>
  readonly headers?: object | null
  readonly parseAs?: ParseAs
  readonly baseUrl?: string
  readonly fetch?: ClientOptions["fetch"]
  readonly Request?: ClientOptions["Request"]
  readonly middleware?: ReadonlyArray<Middleware>
  readonly querySerializer?: QuerySerializer
  readonly bodySerializer?: (body: unknown) => NonNullable<RequestInit["body"]>
  readonly pathSerializer?: PathSerializer
}

type ParseAs = "text" | "json" | "blob" | "arrayBuffer" | "stream"

interface Content {
  readonly data?: unknown
  readonly error?: unknown
}

/** Reads the JSON of a success as `data`, and the JSON or the string of a failure as `error`. */
const resultOf = async (response: Response, method: string, parseAs: ParseAs | undefined): Promise<Content> => {
  const { ok, status } = response
  if (status === 204 || method === "HEAD" || response.headers.get("content-length") === "0") {
    return ok ? { data: undefined } : { error: undefined }
  }
  if (!ok) return { error: jsonOrText(await readText(response)) }
  if (parseAs === "stream") return { data: response.body }
  if (parseAs !== undefined) return { data: await response[parseAs]() }
  const text = await readText(response)
  try {
    return { data: JSON.parse(text) }
  } catch {
    return { error: text }
  }
}
