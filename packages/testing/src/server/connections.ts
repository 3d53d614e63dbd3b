import type { IncomingMessage, ServerResponse } from "node:http"
import type { Duplex } from "node:stream"

/** Which answers are under way on which connection; a client that pipelines has several. */
export const createConnections = (pipelinedRequests: number) => {
  const underWay = new WeakMap<Duplex, Map<ServerResponse, AbortController>>()
  const open = (socket: Duplex): Map<ServerResponse, AbortController> => {
    const answers = new Map<ServerResponse, AbortController>()
    underWay.set(socket, answers)
    // Before Node 24, an answer that waits behind another one is not told that its connection is closed.
    socket.once("close", () => answers.forEach((gone) => gone.abort()))
    return answers
  }
  return {
    /**
     * Notes an exchange; the signal aborts when its client goes away before the answer is complete. `undefined` for a
     * client that is cut off because it pipelines too much: to let it wait would mean not to notice that it leaves.
     */
    begin: ({ socket }: IncomingMessage, outgoing: ServerResponse): AbortSignal | undefined => {
      const answers = underWay.get(socket) ?? open(socket)
      if (answers.size >= pipelinedRequests) socket.destroy()
      // What was read together with the request that was too many is still reported.
      if (socket.destroyed) return undefined
      const gone = new AbortController()
      answers.set(outgoing, gone)
      outgoing.once("close", () => {
        answers.delete(outgoing)
        if (!outgoing.writableFinished) gone.abort()
      })
      return gone.signal
    },
    /** Whether part of an answer is already on the wire, so that nothing else may be written. */
    isResponding: (socket: Duplex): boolean =>
      [...(underWay.get(socket)?.keys() ?? [])].some(({ headersSent }) => headersSent)
  }
}
