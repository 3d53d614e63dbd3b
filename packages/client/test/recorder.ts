/** One request as a server would see it. */
interface Recorded {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

/** A `fetch` that resolves to what `respond` returns, and the requests it received. */
export const createRecorder = (respond: () => Response | Promise<Response>) => {
  const requests: Array<Recorded> = []
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request
    requests.push({ method, url, headers, body: await request.text() })
    return respond()
  }
  return { fetch, requests }
}

/** A JSON response, as the APIs send it. */
export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json;charset=UTF-8" } })
