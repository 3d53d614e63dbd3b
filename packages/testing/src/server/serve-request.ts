import type { IncomingMessage, ServerResponse } from "node:http"
import { readIncomingRequest } from "./incoming-request.ts"
import { writeOutgoingResponse } from "./outgoing-response.ts"
import { writeRefusal, type Refusal } from "./refusal.ts"
import type { ServedSimulator } from "./served-simulator.ts"
import type { ServerLimits } from "./server-limits.ts"

interface ServedRequest {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** Aborts when the client goes away; ends a simulated hang. */
  readonly gone: AbortSignal
}

interface ServeOptions {
  readonly handle: ServedSimulator["handle"]
  readonly limits: ServerLimits
  /** Host and port of this server, for requests without a Host header. */
  readonly authority: () => string
  /** Whether the server is closing, so that the connection ends with the response. */
  readonly closing: () => boolean
}

/** Refuses, and reads on for a while: a client that is still sending reads the response only afterwards. */
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

/** Takes one request from the wire to the simulator and its response back; never rejects. */
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
  // The simulator has read half a body: its response, or its failure, does not matter.
  refuse(exchange, { status: 413, reason: `Request body exceeds ${limits.bodyBytes} bytes.` }, limits)
}
