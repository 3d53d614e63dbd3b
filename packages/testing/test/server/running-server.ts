import { onTestFinished } from "vitest"
import { startSimulatorServer, type ServedSimulator, type ServerLimits } from "../../src/server/index.ts"

/** A server for one test over a handler of its own. */
export const serve = async (handle: ServedSimulator["handle"], limits: Partial<ServerLimits> = {}) => {
  const server = await startSimulatorServer({ simulator: { handle }, limits: { closeMilliseconds: 50, ...limits } })
  onTestFinished(server.close)
  return server
}

/** Responds with what the simulator received. */
export const echo: ServedSimulator["handle"] = async (request, { address } = {}) =>
  Response.json({
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
    connection: { address }
  })
