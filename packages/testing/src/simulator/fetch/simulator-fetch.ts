const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** As many as browsers follow. */
const redirectLimit = 20

/** A failure of the network, as `fetch` reports it. */
const networkError = (reason: string) => new TypeError("Failed to fetch", { cause: new Error(reason) })

/**
 * A `fetch` that reaches the simulator and nothing else. It rejects like the global one: with the reason of an aborted
 * signal, and with a `TypeError` when there is no answer, whose `cause` says why.
 */
export const createFetch =
  (origin: string, handle: (request: Request) => Promise<Response>) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    let request = new Request(input, init)
    for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
      const answering = new URL(request.url).origin
      if (answering !== origin) throw networkError(`The simulator is ${origin}; the request went to ${answering}.`)
      const response = await untilAborted(handle(request), request.signal)
      if (response.type === "error") throw networkError("The connection was reset.")
      const location = response.headers.get("location")
      if (!redirectStatuses.has(response.status) || location === null || request.redirect === "manual") return response
      if (request.redirect === "error") throw networkError(`A redirect to ${location} was not to be followed.`)
      request = followed(request, response.status, new URL(location, request.url))
    }
    throw networkError(`More than ${redirectLimit} redirects.`)
  }

/** The request after a redirect, which turns a POST into a GET unless the status forbids it. */
const followed = (request: Request, status: number, location: URL): Request => {
  const init = { redirect: request.redirect, signal: request.signal, headers: request.headers }
  return new Request(location, status === 307 || status === 308 ? { ...init, method: request.method } : init)
}

const untilAborted = (response: Promise<Response>, signal: AbortSignal): Promise<Response> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const abort = () => reject(signal.reason)
    signal.addEventListener("abort", abort, { once: true })
    response.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort))
  })
