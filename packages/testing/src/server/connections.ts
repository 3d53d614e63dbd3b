import type { IncomingMessage, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

/** Tracks the pending responses of each connection. A client that pipelines has several. */
export const createConnections = (pipelinedRequests: number) => {
  const underWay = new WeakMap<Duplex, Map<ServerResponse, AbortController>>()
  const open = (socket: Duplex): Map<ServerResponse, AbortController> => {
    const responses = new Map<ServerResponse, AbortController>()
    underWay.set(socket, responses)
    // Before Node 24, a response that waits for another one receives no event when its connection closes.
    socket.once("close", () => responses.forEach((gone) => gone.abort()))
    return responses
  }
  return {
    /**
     * Registers an exchange. Its signal aborts when the client disconnects before the response is complete. Returns
     * `undefined` for a client that pipelines too many requests and is disconnected, because the server would not
     * notice when a waiting client leaves.
     */
    begin: ({ socket }: IncomingMessage, outgoing: ServerResponse): AbortSignal | undefined => {
      const responses = underWay.get(socket) ?? open(socket)
      if (responses.size >= pipelinedRequests) socket.destroy()
      // Requests that were read together with the excess one are still reported.
      if (socket.destroyed) return undefined
      const gone = new AbortController()
      responses.set(outgoing, gone)
      outgoing.once("close", () => {
        responses.delete(outgoing)
        if (!outgoing.writableFinished) gone.abort()
      })
      return gone.signal
    },
    /** Returns whether a response has begun, so that nothing else may be written. */
    isResponding: (socket: Duplex): boolean =>
      [...(underWay.get(socket)?.keys() ?? [])].some(({ headersSent }) => headersSent)
  }
}
