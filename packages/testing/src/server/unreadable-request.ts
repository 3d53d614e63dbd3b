import type { Duplex } from "node:stream"
import type { ServerLimits } from "./server-limits.ts"
import { endWithRefusal, type Refusal } from "./refusal.ts"

/** The answer to bytes that Node's parser, or its clock, gave up on. */
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

/** Answers a client whose request could not be read. `isResponding` tells whether a response has already begun. */
export const createUnreadableRequestListener = (limits: ServerLimits, isResponding: (socket: Duplex) => boolean) => {
  // The parser reports every further chunk of what it could not read.
  const answered = new WeakSet<Duplex>()
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (answered.has(socket)) return
    answered.add(socket)
    if (error.code === "ECONNRESET" || !socket.writable || isResponding(socket)) socket.destroy()
    else endWithRefusal(socket, refusalOf(error.code, limits), limits.lingerMilliseconds)
  }
}
