import { http, HttpResponse, type HttpHandler } from "msw"
import type { SimulatorCore } from "../simulator/index.ts"

/** msw request handlers that let a simulator answer everything below its origin. */
export const simulatorHandlers = ({
  origin,
  handle
}: Pick<SimulatorCore, "origin" | "handle">): readonly HttpHandler[] => [
  http.all(`${origin}/*`, async ({ request }) => {
    const response = await handle(request).catch((failure: unknown) => {
      // Nobody waits for the response any more; to msw a rejection would be a mistake of the handler.
      if (request.signal.aborted) return Response.error()
      throw failure
    })
    return response.type === "error" ? HttpResponse.error() : response
  })
]
