import { http, HttpResponse, type HttpHandler } from "msw"
import type { SimulatorCore } from "../simulator/index.ts"

/**
 * Creates msw request handlers that pass every request to the simulator's origin to the simulator.
 *
 * @example
 * ```ts
 * const server = setupServer(...simulatorHandlers(createSimulatorCore()))
 * ```
 */
export const simulatorHandlers = ({
  origin,
  handle
}: Pick<SimulatorCore, "origin" | "handle">): ReadonlyArray<HttpHandler> => [
  http.all(`${origin}/*`, async ({ request }) => {
    const response = await handle(request).catch((failure: unknown) => {
      // The caller has aborted, and msw would report a rejection as a defect of the handler.
      if (request.signal.aborted) return Response.error()
      throw failure
    })
    return response.type === "error" ? HttpResponse.error() : response
  })
]
