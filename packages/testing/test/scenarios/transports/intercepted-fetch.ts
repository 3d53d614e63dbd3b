import { setupServer } from "msw/node"
import { createManualClock, createSimulator, scenarios } from "../../../src/index.ts"
import { globalFetch, take, type Transport } from "./transport.ts"

/** The global `fetch` of Node, intercepted by msw's `setupServer`. */
export const interceptedFetch: Transport = {
  name: "msw setupServer",
  open: () => async (key) => {
    const clock = createManualClock()
    const { origin, handlers } = createSimulator({ ...scenarios[key], clock })
    const server = setupServer(...handlers)
    server.listen({ onUnhandledFrame: "error" })
    try {
      return await take(key, { origin, fetch: globalFetch, navigate: globalFetch, pause: () => clock.advance(5_000) })
    } finally {
      server.close()
    }
  }
}
