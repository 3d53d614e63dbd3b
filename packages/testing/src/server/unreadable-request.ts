import { Socket } from "node:net"
import type { Duplex } from "node:stream"
import type { ServerLimits } from "./server-limits.ts"
import { endWithRefusal, type Refusal } from "./refusal.ts"

/** Returns the response to a request that Node could not parse, or that took too long. */
export const refusalOf = (code: string | undefined, limits: ServerLimits): Refusal => {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return { status: 431, reason: `Request headers exceed ${limits.headerBytes} bytes.` }
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return { status: 413, reason: "Chunk extensions exceed 16384 bytes." }
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, reason: "The request took too long to arrive." }
    default:
      return { status: 400, reason: `Not an HTTP/1.1 request${code === undefined ? "" : ` (${code})`}.` }
  }
}

/** Responds to a client whose request could not be read. `isResponding` returns whether a response has already begun. */
export const createUnreadableRequestListener = (limits: ServerLimits, isResponding: (socket: Duplex) => boolean) => {
  // The parser reports every further chunk of an unreadable request.
  const refused = new WeakSet<Duplex>()
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (refused.has(socket)) return
    refused.add(socket)
    // A client that has sent nothing within the limit expects no response.
    const silent = socket instanceof Socket && socket.bytesRead === 0
    if (error.code === "ECONNRESET" || silent || !socket.writable || isResponding(socket)) socket.destroy()
    else endWithRefusal(socket, refusalOf(error.code, limits), limits.lingerMilliseconds)
  }
}
