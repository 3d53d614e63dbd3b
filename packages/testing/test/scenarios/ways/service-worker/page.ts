import { setupWorker } from "msw/browser"
import { createManualClock, createSimulator, scenarios, type ScenarioKey } from "../../../../src/index.ts"
import { globalFetch, take } from "../way.ts"

const worker = setupWorker()

/**
 * Runs in the browser. Calls go through the page's `fetch` to the service worker. No worker sees navigations to another
 * origin, so the user agent's go to the simulator directly.
 */
const walkInPage = async (key: ScenarioKey) => {
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

/** What the page offers to whoever steers it. */
export interface PageGlobals {
  /** Resolves once the service worker intercepts. */
  readonly ready: Promise<unknown>
  readonly walkInPage: typeof walkInPage
}

const globals: PageGlobals = { ready: worker.start({ onUnhandledFrame: "error", quiet: true }), walkInPage }
Object.assign(globalThis, globals)
