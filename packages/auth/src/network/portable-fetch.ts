import type { FetchFunction } from "./fetch.ts"

/**
 * Wraps a `fetch` so that one of another implementation works as well. `fetch` of the npm packages undici and node-fetch
 * knows no `Request` of the platform and takes it for an address; it gets the parts of the request instead.
 */
export const portableFetch = (fetch: FetchFunction): FetchFunction => {
  let takesRequests = true
  return (input, init) => {
    if (typeof input === "string" || "href" in input) return fetch(input, init)
    if (!takesRequests) return sendParts(fetch, input, init)
    return fetch(input, init).then(undefined, (thrown: unknown) => {
      if (!isTakenForAddress(thrown)) throw thrown
      takesRequests = false
      return sendParts(fetch, input, init)
    })
  }
}

// The address of a request is valid, so that an invalid one is its `String(request)`. Nothing was sent.
const isTakenForAddress = (thrown: unknown): boolean => {
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
 * Makes a `Request` with the members that its platform takes: workerd may not know `cache`, and where jsdom replaces
 * `AbortSignal` alone, the platform's `Request` refuses its signals.
 */
export const makePortableRequest = (url: string, { signal, cache, ...init }: RequestInit): Request => {
  const withSignal: RequestInit = signal ? { signal } : {}
  const withCache: RequestInit = cache ? { cache } : {}
  for (const members of [{ ...withSignal, ...withCache }, withSignal, withCache]) {
    try {
      return new Request(url, { ...init, ...members })
    } catch {
      // Reported by the last attempt, if it fails as well.
    }
  }
  return new Request(url, init)
}
