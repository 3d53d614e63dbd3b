import { createManualClock, createSimulator, scenarios } from "../../../src/index.ts"
import { take, type Transport } from "./transport.ts"

/** `simulator.fetch`, without any network. A walk that violates the protocol fails here. */
export const plainFetch: Transport = {
  name: "simulator.fetch",
  open: () => async (key) => {
    const clock = createManualClock()
    const { origin, fetch, journal } = createSimulator({ ...scenarios[key], clock })
    const recorded = await take(key, { origin, fetch, navigate: fetch, pause: () => clock.advance(5_000) })
    journal.expectNoViolations()
    return recorded
  }
}
