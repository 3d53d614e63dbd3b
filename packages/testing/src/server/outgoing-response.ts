import { once } from "node:events"
import type { ServerResponse } from "node:http"
import { wholeBodyOf } from "../simulator/responses/simulated-response.ts"

const headersOf = (response: Response): Map<string, string | ReadonlyArray<string>> => {
  const headers = new Map<string, string | ReadonlyArray<string>>(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers.set("set-cookie", cookies)
  return headers
}

/**
 * Returns whether a response is `Response.error()` or msw's `HttpResponse.error()`, which stand for a network failure.
 */
const isNetworkError = (response: Response): boolean => response.type === "error" || response.status === 0

/**
 * Writes a `Response` as its body becomes available. Resets the connection for a network error, or if the body fails
 * halfway.
 */
export const writeOutgoingResponse = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  if (isNetworkError(response)) {
    outgoing.req.socket.resetAndDestroy()
    return
  }
  outgoing.statusCode = response.status
  outgoing.statusMessage = response.statusText
  outgoing.setHeaders(headersOf(response))
  const whole = wholeBodyOf(response)
  // A single write, with a Content-Length.
  if (whole !== undefined) return void outgoing.end(whole)
  outgoing.flushHeaders()
  if (response.body !== null) await writeBody(response.body, outgoing)
  outgoing.end()
}

const writeBody = async (body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> => {
  const closed = new AbortController()
  const stop = () => closed.abort()
  outgoing.once("close", stop)
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || outgoing.destroyed) break
      if (!outgoing.write(value)) await once(outgoing, "drain", { signal: closed.signal })
    }
  } finally {
    outgoing.off("close", stop)
    // Releases a body whose client has disconnected. Has no effect on a finished body.
    await reader.cancel().catch(() => undefined)
  }
}
