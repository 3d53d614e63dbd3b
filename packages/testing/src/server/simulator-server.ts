import { createServer, type Server } from "node:http"
import type { ControlApi } from "../control-api/control-api.ts"
import { createConnections } from "./connections.ts"
import { withCrossOrigin, type CrossOriginPolicy } from "./cross-origin.ts"
import { serveRequest } from "./serve-request.ts"
import { endWithRefusal } from "./refusal.ts"
import type { ServedSimulator } from "./served-simulator.ts"
import { defaultServerLimits, type ServerLimits } from "./server-limits.ts"
import { createUnreadableRequestListener } from "./unreadable-request.ts"

/** What to serve, and where. */
export interface SimulatorServerOptions {
  readonly simulator: ServedSimulator
  /** Adds the control API below `/simulator/`, for clients on this machine only. Default: none. */
  readonly control?: Pick<ControlApi, "handle">
  /** TCP port; 0 lets the system choose a free one. Default 0. */
  readonly port?: number
  /** Address to listen on. Default `127.0.0.1`: nothing outside this machine reaches the simulator. */
  readonly host?: string
  /** What pages of other origins may do. Default `documented`. */
  readonly crossOrigin?: CrossOriginPolicy
  readonly limits?: Partial<ServerLimits>
}

/** A simulator that listens. */
export interface SimulatorServer {
  /** For example `http://127.0.0.1:4010`: the `origin` of the clients. */
  readonly origin: string
  /** Stops listening, lets requests in flight finish, and cuts those that take longer than `closeMilliseconds`. */
  readonly close: () => Promise<void>
}

/** Longer than Node's 511, so that a thousand clients that arrive at once need not repeat their SYN. */
const backlog = 2_048

/**
 * Serves a simulator over HTTP, for devices, other languages and browsers.
 *
 * The device address that the throttle sees is the socket's, unless the request carries `X-Forwarded-For`. Requests that
 * are not for Adobe Pass at all are refused in plain text: 400 malformed, 405 `TRACE` and `CONNECT`, 408 too slow, 413
 * and 431 too large, 421 sent as to a proxy. A simulated network error resets the connection; a simulated hang lasts
 * until the client goes away.
 *
 * Rejects with Node's error when the address cannot be listened on (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`).
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
    // A missing Host is refused where the other malformed ones are.
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

/** The control API comes before the rules for other origins, which let every page read responses. */
const withControl =
  (control: SimulatorServerOptions["control"], handle: ServedSimulator["handle"]): ServedSimulator["handle"] =>
  async (request, connection) =>
    (await control?.handle(request, connection)) ?? handle(request, connection)

/** A host for URLs: listening on all addresses includes the loopback one. */
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
