import type { ClientOptions } from "./client-options.ts"
import { InvalidRequestError } from "./invalid-request-error.ts"

type FetchFunction = NonNullable<ClientOptions["fetch"]>
type RequestClass = NonNullable<ClientOptions["Request"]>

const remedy = "Pass fetch and Request of one implementation as options"

/**
 * Creates the platform's request, or that of the transport.
 *
 * @throws {InvalidRequestError} if there is no `Request`, or it does not take the signal.
 */
export const createRequest = (given: RequestClass | undefined, url: string, init: RequestInit): Request => {
  const PlatformRequest = given ?? globalThis.Request
  if (typeof PlatformRequest !== "function") {
    throw new InvalidRequestError("Request", "this platform has no Request", remedy)
  }
  try {
    return new PlatformRequest(url, init)
  } catch (cause) {
    const { cache, ...uncached } = init
    // Platforms without modes of a cache cache nothing.
    if (cache !== undefined) return createRequest(PlatformRequest, url, uncached)
    const { signal, ...rest } = uncached
    if (!signal) throw cause
    // Throws the same again if the signal is not to blame.
    createRequest(PlatformRequest, url, rest)
    throw new InvalidRequestError("signal", "Request does not take this signal", remedy)
  }
}

/**
 * Sends a request with any implementation of `fetch`: one that does not know the platform's `Request` (undici and
 * node-fetch of npm) gets the same request as URL and options.
 *
 * @throws {InvalidRequestError} where there is no `fetch`, or it resolves to no response.
 */
export const send = async (given: FetchFunction | undefined, request: Request): Promise<Response> => {
  // A variable: `window.fetch` refuses to be called as a method of anything else.
  const fetchFunction = given ?? globalThis.fetch
  if (typeof fetchFunction !== "function") {
    throw new InvalidRequestError("fetch", "this platform has no fetch", remedy)
  }
  let response: Response
  try {
    response = await fetchFunction(request)
  } catch (error) {
    if (!tookRequestForUrl(error)) throw error
    // Boundary: by what it threw, it takes a URL.
    response = await (fetchFunction as typeof globalThis.fetch)(request.url, await initOf(request))
  }
  return checkResponse(response)
}

/** Sends a request with a `fetch` that takes a URL, without making a `Request`. */
export const sendUrl = async (fetchFunction: FetchFunction, url: string, init: RequestInit): Promise<Response> =>
  // Boundary: `takesUrl` says so.
  checkResponse(await (fetchFunction as typeof globalThis.fetch)(url, init))

const checkResponse = (response: Response): Response => {
  if (typeof response?.status === "number" && typeof response.headers?.get === "function") return response
  throw new InvalidRequestError("fetch", "fetch resolved to no Response", remedy)
}

/** Such an implementation makes a URL of the request, before it sends anything. */
const tookRequestForUrl = (error: unknown): boolean => {
  const { message, cause, input } = Object(error) as { message?: unknown; cause?: unknown; input?: unknown }
  const causeInput = (Object(cause) as { input?: unknown }).input
  return `${message} ${input} ${causeInput}`.includes("[object Request]")
}

const initOf = async (request: Request): Promise<RequestInit> => {
  const { method, headers, redirect, signal } = request
  const body = method === "GET" || method === "HEAD" ? null : await request.text()
  return { method, headers: Object.fromEntries(headers), redirect, signal, body }
}
