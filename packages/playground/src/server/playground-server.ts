import { controlRefusal, startSimulatorServer, type SimulatorServer } from "@tve-pass/testing/server"
import type { Connection } from "@tve-pass/testing/simulator"
import type { PlaygroundCommand } from "../host/playground-command.ts"
import { createPlaygroundHost, type PlaygroundHost } from "../host/playground-host.ts"
import { createEventStreams } from "./event-stream.ts"
import { networkAddress } from "./network-address.ts"
import { readPages, type Pages } from "./pages.ts"

/** Options of {@link startPlaygroundServer}. */
export interface PlaygroundServerOptions {
  /** TCP port; 0 lets the system choose a free one. */
  readonly port: number
  /** Address to listen on. */
  readonly host: string
  /** Name of the first scenario. */
  readonly scenario?: string
  /** Folder of the built pages. */
  readonly pageFolder: string
}

const loopback = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Serves the pages, the simulator and the record of requests on one origin. Only pages on this machine can change the
 * simulator and see the requests; other devices can be the television or the phone.
 *
 * Rejects with Node's error if the server cannot listen on the address.
 */
export const startPlaygroundServer = async (options: PlaygroundServerOptions): Promise<SimulatorServer> => {
  const { port, host, scenario, pageFolder } = options
  let origin = ""
  const playground = createPlaygroundHost({
    publicOrigin: () => publicOrigin(host, origin),
    ...(scenario === undefined ? {} : { scenario })
  })
  const pages = readPages(pageFolder)
  const streams = createEventStreams(playground.subscribe)
  const server = await startSimulatorServer({
    port,
    host,
    crossOrigin: "none",
    control: { handle: (request, connection) => respond(request, connection ?? {}, { playground, pages, streams }) },
    simulator: {
      handle: (request, { address, delivered } = {}) =>
        playground.handle(request, {
          ...(address === undefined || loopback.test(address) ? {} : { address }),
          ...(delivered === undefined ? {} : { delivered })
        })
    }
  })
  origin = server.origin
  return {
    origin,
    close: () => {
      streams.end()
      return server.close()
    }
  }
}

const publicOrigin = (host: string, origin: string): string => {
  if (host !== "0.0.0.0" && host !== "::") return origin
  const address = networkAddress()
  return address === undefined ? origin : `http://${address}:${new URL(origin).port}`
}

interface Routes {
  readonly playground: PlaygroundHost
  readonly pages: Pages
  readonly streams: ReturnType<typeof createEventStreams>
}

/** Responds to requests to the playground itself. Resolves to `undefined` for the simulator's paths. */
const respond = async (
  request: Request,
  connection: Connection,
  { playground, pages, streams }: Routes
): Promise<Response | undefined> => {
  const url = new URL(request.url)
  const line = `${request.method} ${url.pathname}`
  switch (line) {
    case "GET /playground/settings":
      return Response.json(playground.settings(), { headers: uncached })
    case "GET /playground/partner-response":
      return new Response(playground.partnerResponse(url.searchParams.get("mvpd") ?? ""), { headers: uncached })
    case "GET /playground/events":
    case "POST /playground/command": {
      const refusal = controlRefusal(request, url, connection)
      if (refusal !== undefined) return failure(403, refusal)
      return line.startsWith("GET") ? streams.open() : perform(request, playground)
    }
    default:
      return request.method === "GET" ? pages.find(url.pathname) : undefined
  }
}

const perform = async (request: Request, playground: PlaygroundHost): Promise<Response> => {
  // A page of another origin cannot send this type without a preflight, which fails.
  if (request.headers.get("content-type") !== "application/json") return failure(415, "Send application/json.")
  try {
    // Boundary: only the page of the playground sends this request, and its names are checked at their use.
    playground.perform((await request.json()) as PlaygroundCommand)
    return new Response(null, { status: 204, headers: uncached })
  } catch (reason) {
    return failure(400, reason instanceof Error ? reason.message : String(reason))
  }
}

const uncached = { "cache-control": "no-store" }

const failure = (status: number, message: string): Response =>
  Response.json({ error: { message } }, { status, headers: uncached })
