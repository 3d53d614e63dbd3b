import { http, HttpResponse, type HttpHandler } from "msw"
import type { SimulatorCore } from "../simulator/index.ts"

/** msw request handlers that let a simulator answer everything below its origin. */
export const simulatorHandlers = ({ origin, handle }: SimulatorCore): readonly HttpHandler[] => [
  http.all(`${origin}/*`, async ({ request }) => {
    const response = await handle(request)
    return response.type === "error" ? HttpResponse.error() : response
  })
]
