import type { HttpHandler } from "msw"
import { simulatorHandlers } from "./msw/simulator-handlers.ts"
import { createSimulatorCore, type SimulatorCore, type SimulatorOptions } from "./simulator/index.ts"

/** A simulated Adobe Pass: `fetch`, msw handlers, controls and journal. */
export interface Simulator extends SimulatorCore {
  /** msw request handlers, for `setupServer` and `setupWorker`. */
  readonly handlers: ReadonlyArray<HttpHandler>
}

/**
 * Creates a simulated Adobe Pass for a test, a browser or a server.
 *
 * Without options it knows one application (`exampleSoftwareStatement`), the service provider `REF30` and some MVPDs, and
 * throttles as documented.
 *
 * @example
 * ```ts
 * const simulator = createSimulator()
 * const response = await simulator.fetch(`${simulator.origin}/o/client/register`, {
 *   method: "POST",
 *   headers: { "Content-Type": "application/json;charset=utf-8" },
 *   body: JSON.stringify({ software_statement: exampleSoftwareStatement })
 * })
 * response.status // => 201
 * ```
 */
export const createSimulator = (options: SimulatorOptions = {}): Simulator => {
  const core = createSimulatorCore(options)
  return { ...core, handlers: simulatorHandlers(core) }
}
