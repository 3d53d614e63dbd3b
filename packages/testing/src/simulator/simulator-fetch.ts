const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** Headers that describe a body, and are removed with it. */
const bodyHeaders = ["content-encoding", "content-language", "content-location", "content-type"]

/** The most redirects in a row, as in browsers. */
const redirectLimit = 20

type Handle = (request: Request) => Promise<Response>

/** Creates the error of a network failure, like the one of `fetch`. */
const networkError = (reason: string) => new TypeError("Failed to fetch", { cause: new Error(reason) })

/**
 * Creates a `fetch` that reaches only the simulator. It rejects like the global one: with the reason of an aborted
 * signal, and with a `TypeError` without a response, whose `cause` has the reason.
 */
export const createFetch =
  (origins: ReadonlyArray<string>, handle: Handle) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = ownRequest(input, init)
    if (!origins.some((origin) => request.url.startsWith(`${origin}/`))) {
      throw networkError(
        `The simulator is ${origins.join(" and ")}; the request went to ${new URL(request.url).origin}.`
      )
    }
    // Kept for redirects, because a body can be read only once.
    const spare = request.body === null || request.redirect !== "follow" ? undefined : request.clone()
    const response = await respond(handle, request)
    const location = redirectOf(response)
    if (location === undefined || request.redirect === "manual") return response
    if (request.redirect === "error") throw networkError(`A redirect to ${location} was not to be followed.`)
    return await follow({ origins, handle, request: spare ?? request }, response, location)
  }

/**
 * A request without a body is not copied: the simulator has read all of it when `fetch` returns, and a copy would take
 * a tenth of the whole call.
 */
const ownRequest = (input: string | URL | Request, init: RequestInit | undefined): Request =>
  init === undefined && input instanceof Request && input.body === null ? input : new Request(input, init)

const respond = async (handle: Handle, request: Request): Promise<Response> => {
  const response = await untilAborted(handle(request), request.signal)
  if (response.type === "error") throw networkError("The connection was reset.")
  return response
}

const redirectOf = (response: Response): string | undefined =>
  redirectStatuses.has(response.status) ? (response.headers.get("location") ?? undefined) : undefined

const follow = async (
  {
    origins,
    handle,
    request
  }: { readonly origins: ReadonlyArray<string>; readonly handle: Handle; readonly request: Request },
  first: Response,
  firstLocation: string
): Promise<Response> => {
  let response = first
  let location: string | undefined = firstLocation
  let current = request
  for (let redirects = 0; redirects < redirectLimit; redirects += 1) {
    const url = new URL(location, current.url)
    if (!origins.includes(url.origin)) {
      throw networkError(`A redirect leads away from the simulator to ${url}. Use \`redirect: "manual"\`.`)
    }
    current = redirected(current, response.status, url)
    // The original keeps its body, for a redirect that repeats the request.
    response = await respond(handle, current.clone())
    location = redirectOf(response)
    if (location === undefined) return response
  }
  throw networkError(`More than ${redirectLimit} redirects.`)
}

/** Returns whether a redirect changes the request to a GET without a body (Fetch, section "HTTP-redirect fetch"). */
const becomesGet = (method: string, status: number): boolean =>
  (method === "POST" && (status === 301 || status === 302)) || (method !== "GET" && method !== "HEAD" && status === 303)

const redirected = (request: Request, status: number, url: URL): Request => {
  if (!becomesGet(request.method, status)) return new Request(url, request)
  const headers = new Headers(request.headers)
  for (const name of bodyHeaders) headers.delete(name)
  return new Request(url, { headers, signal: request.signal })
}

const untilAborted = (response: Promise<Response>, signal: AbortSignal): Promise<Response> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const abort = () => reject(signal.reason)
    signal.addEventListener("abort", abort, { once: true })
    response.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort))
  })
