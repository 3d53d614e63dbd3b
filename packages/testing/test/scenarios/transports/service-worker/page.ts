import { setupWorker } from "msw/browser"
import { createManualClock, createSimulator, scenarios, type ScenarioKey } from "../../../../src/index.ts"
import { globalFetch, take } from "../transport.ts"

const worker = setupWorker()

/**
 * Runs in the browser. Calls go through the page's `fetch` to the service worker. No worker sees navigations to another
 * origin, so the user agent's go to the simulator directly.
 */
export const walkInPage = async (key: ScenarioKey) => {
  const clock = createManualClock()
  const simulator = createSimulator({ ...scenarios[key], clock })
  worker.resetHandlers(...simulator.handlers)
  return take(key, {
    origin: simulator.origin,
    fetch: globalFetch,
    navigate: simulator.fetch,
    pause: () => clock.advance(5_000)
  })
}

/** Resolves once the service worker intercepts. */
export const ready = worker.start({ onUnhandledFrame: "error", quiet: true })
