import type { ClientOptions } from "./client-options.ts"
import { InvalidRequestError } from "./invalid-request-error.ts"

type FetchFunction = NonNullable<ClientOptions["fetch"]>
type RequestClass = NonNullable<ClientOptions["Request"]>

const remedy = "Pass fetch and Request of one implementation as options"

/**
 * Creates a request of the transport's class, or of the platform's.
 *
 * @throws {InvalidRequestError} if there is no `Request`, or if it does not accept the signal
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
    // Platforms that reject cache modes have no cache.
    if (cache !== undefined) return createRequest(PlatformRequest, url, uncached)
    const { signal, ...rest } = uncached
    if (!signal) throw cause
    // Throws the same error again if the signal is not its cause.
    createRequest(PlatformRequest, url, rest)
    throw new InvalidRequestError("signal", "Request does not take this signal", remedy)
  }
}

/**
 * Sends a request with any implementation of `fetch`. An implementation that does not support the platform's `Request`
 * (undici and node-fetch of npm) is called with URL and options.
 *
 * @throws {InvalidRequestError} if there is no `fetch`, or if it does not resolve to a response
 */
export const send = async (given: FetchFunction | undefined, request: Request): Promise<Response> => {
  // Called through a variable, because `window.fetch` throws if it is called as a method of another object.
  const fetchFunction = given ?? globalThis.fetch
  if (typeof fetchFunction !== "function") {
    throw new InvalidRequestError("fetch", "this platform has no fetch", remedy)
  }
  let response: Response
  try {
    response = await fetchFunction(request)
  } catch (error) {
    if (!tookRequestForUrl(error)) throw error
    // Boundary: the error shows that the function expects a URL.
    response = await (fetchFunction as typeof globalThis.fetch)(request.url, await initOf(request))
  }
  return checkResponse(response)
}

/** Sends a request with a `fetch` that accepts a URL, without creating a `Request`. */
export const sendUrl = async (fetchFunction: FetchFunction, url: string, init: RequestInit): Promise<Response> =>
  // Boundary: `takesUrl` is set, so the function accepts a URL.
  checkResponse(await (fetchFunction as typeof globalThis.fetch)(url, init))

const checkResponse = (response: Response): Response => {
  if (typeof response?.status === "number" && typeof response.headers?.get === "function") return response
  throw new InvalidRequestError("fetch", "fetch resolved to no Response", remedy)
}

/** Returns whether `fetch` failed because it converted the request to a URL. Nothing was sent then. */
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
