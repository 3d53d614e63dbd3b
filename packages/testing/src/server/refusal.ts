import { STATUS_CODES, type ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

/** A response of the server itself to a request that the simulator did not receive. */
export interface Refusal {
  readonly status: 400 | 405 | 408 | 413 | 421 | 431 | 500
  /** One line for people. */
  readonly reason: string
}

const headersOf = (body: string): Record<string, string | number> => ({
  "content-type": "text/plain;charset=utf-8",
  "content-length": Buffer.byteLength(body),
  connection: "close"
})

/** Writes a refusal to a request that Node has parsed. The caller ends the response. */
export const writeRefusal = (response: ServerResponse, { status, reason }: Refusal): void => {
  const body = `${reason}\n`
  response.writeHead(status, headersOf(body))
  response.write(body)
}

/**
 * Writes a refusal to a socket, then reads and discards further data of the client for a limited time. Closing
 * immediately would reset the connection before the client reads the response.
 */
export const endWithRefusal = (socket: Duplex, { status, reason }: Refusal, lingerMilliseconds: number): void => {
  const body = `${reason}\n`
  const headers = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("\r\n")}\r\n\r\n${body}`)
  const linger = setTimeout(() => socket.destroy(), lingerMilliseconds)
  socket.once("end", () => socket.destroy())
  socket.once("close", () => clearTimeout(linger))
  socket.resume()
}
