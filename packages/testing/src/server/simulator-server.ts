import { createServer, type Server } from "node:http"
import type { ControlApi } from "../control-api/control-api.ts"
import { createConnections } from "./connections.ts"
import { withCrossOrigin, type CrossOriginPolicy } from "./cross-origin.ts"
import { serveRequest } from "./serve-request.ts"
import { endWithRefusal } from "./refusal.ts"
import type { ServedSimulator } from "./served-simulator.ts"
import { defaultServerLimits, type ServerLimits } from "./server-limits.ts"
import { createUnreadableRequestListener } from "./unreadable-request.ts"

/** Options of {@link startSimulatorServer}. */
export interface SimulatorServerOptions {
  readonly simulator: ServedSimulator
  /** Adds the control API below `/simulator/`, for clients on this machine only. Default: none. */
  readonly control?: Pick<ControlApi, "handle">
  /** TCP port; 0 lets the system choose a free one. Default 0. */
  readonly port?: number
  /** Address to listen on. Default `127.0.0.1`, which is reachable only from this machine. */
  readonly host?: string
  /** The access of pages of other origins. Default `documented`. */
  readonly crossOrigin?: CrossOriginPolicy
  readonly limits?: Partial<ServerLimits>
}

/** A running server. */
export interface SimulatorServer {
  /** The `origin` for clients, for example `http://127.0.0.1:4010`. */
  readonly origin: string
  /** Stops listening, waits for requests in flight, and disconnects those that take longer than `closeMilliseconds`. */
  readonly close: () => Promise<void>
}

/** Longer than Node's default of 511, so that a thousand simultaneous clients need not repeat their SYN. */
const backlog = 2_048

/**
 * Serves a simulator over HTTP, for devices, other languages and browsers.
 *
 * The throttle uses the address of the socket, unless the request has `X-Forwarded-For`. Requests that are not for
 * Adobe Pass are refused with plain text: 400 for malformed ones, 405 for `TRACE` and `CONNECT`, 408 for slow ones, 413
 * and 431 for large ones, 421 for requests as to a proxy. A simulated network error resets the connection; a simulated
 * hang lasts until the client disconnects.
 *
 * Rejects with Node's error if the server cannot listen on the address (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`).
 *
 * @example
 * ```ts
 * const server = await startSimulatorServer({ simulator: createSimulator() })
 * const restV2 = createRestV2Client({ origin: server.origin })
 * await server.close()
 * ```
 */
export const startSimulatorServer = async (options: SimulatorServerOptions): Promise<SimulatorServer> => {
  const limits = { ...defaultServerLimits, ...options.limits }
  const host = options.host ?? "127.0.0.1"
  const connections = createConnections(limits.pipelinedRequests)
  let authority = host
  let closing: Promise<void> | undefined

  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    // `incoming-request.ts` refuses a missing Host together with malformed ones.
    requireHostHeader: false,
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMilliseconds, limits.requestMilliseconds)
  })
  const exchangeOptions = {
    handle: withControl(
      options.control,
      withCrossOrigin(options.simulator.handle, options.crossOrigin ?? "documented")
    ),
    limits,
    authority: () => authority,
    closing: () => closing !== undefined
  }
  server.on("request", (incoming, outgoing) => {
    const gone = connections.begin(incoming, outgoing)
    if (gone !== undefined) void serveRequest({ incoming, outgoing, gone }, exchangeOptions)
  })
  server.on("connect", (_incoming, socket) => {
    const reason = "Method CONNECT is not supported: this server does not proxy."
    endWithRefusal(socket, { status: 405, reason }, limits.lingerMilliseconds)
  })
  server.on("clientError", createUnreadableRequestListener(limits, connections.isResponding))

  const port = await listen(server, { port: options.port ?? 0, host })
  authority = `${reachableHost(host)}:${port}`
  return {
    origin: `http://${authority}`,
    close: () => (closing ??= close(server, limits.closeMilliseconds))
  }
}

/** The control API precedes the rules for other origins, which allow every page to read responses. */
const withControl =
  (control: SimulatorServerOptions["control"], handle: ServedSimulator["handle"]): ServedSimulator["handle"] =>
  async (request, connection) =>
    (await control?.handle(request, connection)) ?? handle(request, connection)

/** Returns a host for URLs: the loopback address for a server on all addresses. */
const reachableHost = (host: string): string => {
  if (host === "0.0.0.0") return "127.0.0.1"
  if (host === "::") return "[::1]"
  return host.includes(":") ? `[${host}]` : host
}

const listen = (server: Server, address: { readonly port: number; readonly host: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ ...address, backlog }, () => {
      const bound = server.address()
      resolve(typeof bound === "object" && bound !== null ? bound.port : address.port)
    })
  })

const close = (server: Server, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), milliseconds)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
  })
