import type { IncomingMessage, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

/** Which responses are under way on which connection; a client that pipelines has several. */
export const createConnections = (pipelinedRequests: number) => {
  const underWay = new WeakMap<Duplex, Map<ServerResponse, AbortController>>()
  const open = (socket: Duplex): Map<ServerResponse, AbortController> => {
    const responses = new Map<ServerResponse, AbortController>()
    underWay.set(socket, responses)
    // Before Node 24, a response that waits behind another one receives no event when its connection closes.
    socket.once("close", () => responses.forEach((gone) => gone.abort()))
    return responses
  }
  return {
    /**
     * Notes an exchange; the signal aborts when its client goes away before the response is complete. `undefined` for a
     * client that is cut off because it pipelines too much: to let it wait would mean not to notice that it leaves.
     */
    begin: ({ socket }: IncomingMessage, outgoing: ServerResponse): AbortSignal | undefined => {
      const responses = underWay.get(socket) ?? open(socket)
      if (responses.size >= pipelinedRequests) socket.destroy()
      // What was read together with the request that was too many is still reported.
      if (socket.destroyed) return undefined
      const gone = new AbortController()
      responses.set(outgoing, gone)
      outgoing.once("close", () => {
        responses.delete(outgoing)
        if (!outgoing.writableFinished) gone.abort()
      })
      return gone.signal
    },
    /** Whether part of a response is already on the wire, so that nothing else may be written. */
    isResponding: (socket: Duplex): boolean =>
      [...(underWay.get(socket)?.keys() ?? [])].some(({ headersSent }) => headersSent)
  }
}
