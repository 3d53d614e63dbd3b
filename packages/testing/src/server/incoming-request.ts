import type { IncomingMessage } from "node:http"
import type { Refusal } from "./refusal.ts"

export type IncomingRequest =
  | { readonly _tag: "Request"; readonly request: Request; readonly bodyExceeded: () => boolean }
  | { readonly _tag: "Refusal"; readonly refusal: Refusal }

const refuse = (status: Refusal["status"], reason: string): IncomingRequest => ({
  _tag: "Refusal",
  refusal: { status, reason }
})

/** A name or an address with an optional port; no user information, no path. */
const hostSyntax = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/

/** Methods that the `Request` class rejects. */
const forbiddenMethods = new Set(["CONNECT", "TRACE", "TRACK"])

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  // `rawHeaders` keeps repeated fields, which the checks need.
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "")
  }
  return headers
}

/** Streams the body up to the limit, so that memory is bounded for any Content-Length. */
const limitedBody = (incoming: IncomingMessage, limit: number) => {
  let received = 0
  // Destroying the message would destroy the socket, and the response with it.
  const chunks: AsyncIterator<Uint8Array<ArrayBuffer>> = incoming.iterator({ destroyOnReturn: false })
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const next = await chunks.next()
    if (next.done === true) return controller.close()
    received += next.value.length
    if (received > limit) {
      // Releases the message, so that the rest can be read and discarded.
      await chunks.return?.()
      throw new RangeError(`Request body exceeds ${limit} bytes.`)
    }
    controller.enqueue(next.value)
  }
  return { stream: new ReadableStream({ pull }, { highWaterMark: 0 }), exceeded: () => received > limit }
}

const never = (): boolean => false

/** Creates a `Request` from a request of Node, or returns the reason why it is refused. */
export const readIncomingRequest = (
  incoming: IncomingMessage,
  options: { readonly authority: string; readonly bodyBytes: number; readonly signal: AbortSignal }
): IncomingRequest => {
  const method = incoming.method ?? "GET"
  const target = incoming.url ?? "/"
  const host = incoming.headers.host ?? (incoming.httpVersion === "1.0" ? options.authority : "")
  if (forbiddenMethods.has(method)) return refuse(405, `Method ${method} is not supported.`)
  if (!hostSyntax.test(host)) return refuse(400, "The Host header is not a host name with an optional port.")
  if (!target.startsWith("/")) return refuse(421, "This server simulates Adobe Pass; it does not proxy.")
  if (Number(incoming.headers["content-length"] ?? 0) > options.bodyBytes) {
    return refuse(413, `Request body exceeds ${options.bodyBytes} bytes.`)
  }
  const url = `http://${host}${target}`
  if (!URL.canParse(url)) return refuse(400, "The request target is not a valid path.")
  const carriesBody = method !== "GET" && method !== "HEAD"
  const body = carriesBody ? limitedBody(incoming, options.bodyBytes) : undefined
  const request = new Request(url, {
    method,
    headers: headersOf(incoming),
    signal: options.signal,
    ...(body !== undefined && { body: body.stream, duplex: "half" })
  })
  return { _tag: "Request", request, bodyExceeded: body?.exceeded ?? never }
}
