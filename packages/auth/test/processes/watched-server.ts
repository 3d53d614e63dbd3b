import { createSimulator, type OperationId, type Simulator } from "@tve-pass/testing"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { afterEach, beforeEach } from "vitest"

/** A moment of a call: its request has arrived, or its answer is about to leave. */
export type Moment = "request" | "answer"

/** A server on loopback that can be stopped in the middle of a call. */
export interface WatchedServer {
  readonly origin: () => string
  readonly simulator: () => Simulator
  /** Throttles from now on, as Adobe Pass does; forgets what there is. */
  readonly throttle: () => void
  /** Resolves at that moment of the next call of the operation, which then never goes on. */
  readonly freezeAt: (operation: OperationId, moment: Moment) => Promise<void>
}

const paths: Partial<Record<OperationId, string>> = {
  registerClient: "/o/client/register",
  retrieveAccessToken: "/o/client/token",
  retrieveConfiguration: "/api/v2/REF30/configuration"
}

const never = new Promise<never>(() => {})

/**
 * Gives each test of a file a server of its own. It does not throttle: counts shall depend on nothing else.
 *
 * @param page HTML to answer `/tab` with
 */
export const useWatchedServer = (page = ""): WatchedServer => {
  let simulator = createSimulator({ throttle: false })
  let server: Awaited<ReturnType<typeof startSimulatorServer>> | undefined
  let freeze: { readonly path: string | undefined; readonly moment: Moment; readonly reached: () => void } | undefined

  const reach = async (path: string, moment: Moment): Promise<void> => {
    if (freeze === undefined || freeze.path !== path || freeze.moment !== moment) return
    const { reached } = freeze
    freeze = undefined
    reached()
    await never
  }
  const handle: Simulator["handle"] = async (request, connection) => {
    const { pathname } = new URL(request.url)
    if (pathname === "/tab") return new Response(page, { headers: { "content-type": "text/html;charset=utf-8" } })
    await reach(pathname, "request")
    const response = await simulator.handle(request, connection)
    await reach(pathname, "answer")
    return response
  }

  beforeEach(async () => {
    simulator = createSimulator({ throttle: false })
    freeze = undefined
    server = await startSimulatorServer({ simulator: { handle } })
  })
  afterEach(() => server?.close())

  return {
    origin: () => server?.origin ?? "",
    simulator: () => simulator,
    throttle: () => {
      simulator = createSimulator()
    },
    freezeAt: (operation, moment) =>
      new Promise((reached) => {
        freeze = { path: paths[operation], moment, reached }
      })
  }
}
