import type { IncomingMessage, ServerResponse } from "node:http"
import { readIncomingRequest } from "./incoming-request.ts"
import { writeOutgoingResponse } from "./outgoing-response.ts"
import { writeRefusal, type Refusal } from "./refusal.ts"
import type { ServedSimulator } from "./served-simulator.ts"
import type { ServerLimits } from "./server-limits.ts"

interface ServedRequest {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** Aborts when the client disconnects. Ends a simulated hang. */
  readonly gone: AbortSignal
}

interface ServeOptions {
  readonly handle: ServedSimulator["handle"]
  readonly limits: ServerLimits
  /** Returns host and port of this server, for requests without a Host header. */
  readonly authority: () => string
  /** Returns whether the server is closing, so that the connection ends after the response. */
  readonly closing: () => boolean
}

/**
 * Refuses a request and reads its rest for a limited time, because a client reads the response only after it has sent
 * its request.
 */
const refuse = ({ incoming, outgoing }: ServedRequest, refusal: Refusal, limits: ServerLimits): void => {
  writeRefusal(outgoing, refusal)
  const end = (): void => {
    clearTimeout(linger)
    outgoing.end()
  }
  const linger = setTimeout(end, limits.lingerMilliseconds)
  if (incoming.complete) end()
  else incoming.once("end", end).once("close", end).resume()
}

/** Resolves when the client can have read the response. */
const deliveredAfter = (outgoing: ServerResponse, transitMilliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    outgoing.once("close", () => setTimeout(resolve, transitMilliseconds).unref())
  })

/** Passes one request to the simulator and writes its response. Never rejects. */
export const serveRequest = async (exchange: ServedRequest, options: ServeOptions): Promise<void> => {
  const { incoming, outgoing, gone } = exchange
  const { handle, limits } = options
  const read = readIncomingRequest(incoming, {
    authority: options.authority(),
    bodyBytes: limits.bodyBytes,
    signal: gone
  })
  if (read._tag === "Refusal") return refuse(exchange, read.refusal, limits)
  const address = incoming.socket.remoteAddress
  try {
    const delivered = deliveredAfter(outgoing, limits.transitMilliseconds)
    const response = await handle(read.request, address === undefined ? { delivered } : { address, delivered })
    if (gone.aborted) return
    if (options.closing()) outgoing.shouldKeepAlive = false
    if (!read.bodyExceeded()) return await writeOutgoingResponse(response, outgoing)
  } catch (failure) {
    if (gone.aborted) return
    if (outgoing.headersSent) return void incoming.socket.resetAndDestroy()
    if (!read.bodyExceeded()) {
      return refuse(exchange, { status: 500, reason: `The simulator failed: ${String(failure)}` }, limits)
    }
  }
  // The simulator has read an incomplete body, so its response is ignored.
  refuse(exchange, { status: 413, reason: `Request body exceeds ${limits.bodyBytes} bytes.` }, limits)
}
