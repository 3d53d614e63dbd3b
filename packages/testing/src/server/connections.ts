import type { IncomingMessage, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

interface Exchange {
  readonly outgoing: ServerResponse
  readonly gone: AbortController
}

/**
 * Which exchanges run on which connection. A client that goes away ends them all, also those it pipelined and that Node
 * has not given the connection yet.
 */
export const createConnections = () => {
  const exchanges = new WeakMap<Duplex, Set<Exchange>>()
  return {
    opened: (socket: Duplex): void => {
      const running = new Set<Exchange>()
      exchanges.set(socket, running)
      socket.once("close", () => running.forEach(({ gone }) => gone.abort()))
    },
    /** Registers an exchange; the signal aborts when its client goes away before the answer is complete. */
    begin: (incoming: IncomingMessage, outgoing: ServerResponse): AbortSignal => {
      const running = exchanges.get(incoming.socket)
      const exchange = { outgoing, gone: new AbortController() }
      running?.add(exchange)
      outgoing.once("close", () => {
        running?.delete(exchange)
        if (!outgoing.writableFinished) exchange.gone.abort()
      })
      return exchange.gone.signal
    },
    /** Whether part of an answer is already on the wire, so that nothing else may be written. */
    isResponding: (socket: Duplex): boolean =>
      [...(exchanges.get(socket) ?? [])].some(({ outgoing }) => outgoing.headersSent)
  }
}
