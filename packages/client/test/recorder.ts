/** One request as a server would see it. */
interface Recorded {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

/** A `fetch` that answers every request with what `answer` makes, and the requests it got. */
export const createRecorder = (answer: () => Response | Promise<Response>) => {
  const requests: Array<Recorded> = []
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request
    requests.push({ method, url, headers, body: await request.text() })
    return answer()
  }
  return { fetch, requests }
}

/** A JSON answer, as the APIs send it. */
export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json;charset=UTF-8" } })
