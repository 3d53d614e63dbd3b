import type { FetchFunction } from "./fetch.ts"

/**
 * Wraps a `fetch` so that other implementations work too. `fetch` of the npm packages undici and node-fetch does not
 * recognise a `Request` of the platform and treats it as a URL, so it is called with the URL and an init instead.
 */
export const portableFetch = (fetch: FetchFunction): FetchFunction => {
  let takesRequests = true
  return (input, init) => {
    if (typeof input === "string" || "href" in input) return fetch(input, init)
    if (!takesRequests) return sendParts(fetch, input, init)
    return fetch(input, init).then(undefined, (thrown: unknown) => {
      if (!wasParsedAsUrl(thrown)) throw thrown
      takesRequests = false
      return sendParts(fetch, input, init)
    })
  }
}

// The URL of a `Request` is always valid. If `fetch` complains about an invalid URL, it has parsed `String(request)`,
// and nothing was sent.
const wasParsedAsUrl = (thrown: unknown): boolean => {
  const { code, message, cause } = Object(thrown)
  return (
    code === "ERR_INVALID_URL" ||
    Object(cause).code === "ERR_INVALID_URL" ||
    /\[object \w*Request\]|Only absolute URLs/.test(String(message))
  )
}

const sendParts = async (fetch: FetchFunction, request: Request, init: RequestInit | undefined): Promise<Response> => {
  const { url, method, headers, redirect, signal } = request
  const body = new Uint8Array(await request.arrayBuffer())
  const parts: RequestInit = { method, headers: [...headers], redirect, signal, ...init }
  if (body.length > 0) parts.body = body
  return fetch(url, parts)
}

/**
 * Creates a `Request` with the options that the platform supports. workerd may not support `cache`, and if jsdom
 * replaces only `AbortSignal`, the platform's `Request` rejects its signals.
 */
export const makePortableRequest = (url: string, { signal, cache, ...init }: RequestInit): Request => {
  const withSignal: RequestInit = signal ? { signal } : {}
  const withCache: RequestInit = cache ? { cache } : {}
  for (const members of [{ ...withSignal, ...withCache }, withSignal, withCache]) {
    try {
      return new Request(url, { ...init, ...members })
    } catch {
      // If the last attempt fails as well, it throws the error.
    }
  }
  return new Request(url, init)
}
