import { createSimulatorCore, type SimulatorCore } from "@tve-pass/testing/simulator"
import { configurationHeaders, configurationPath, obtainAccessToken } from "../simulator/configuration-request.ts"

export interface DocumentedThrottle {
  /** Takes one request out of the device's bucket; yields the documented 429 where it is empty. */
  readonly take: () => Promise<Response | undefined>
  /** The next request gets the documented 429, whatever is in the bucket. */
  readonly refuseNext: () => void
}

const device = "203.45.101.20"

/** One request per second and a burst of ten, as docs/protocol/throttling.md has it, and the 429 in its wording. */
export const createDocumentedThrottle = async (): Promise<DocumentedThrottle> => {
  const simulator = createSimulatorCore()
  const headers = { ...(await authorized(simulator)), "X-Forwarded-For": device }
  return {
    take: async () => {
      const response = await simulator.fetch(`${simulator.origin}${configurationPath}`, { headers })
      if (response.status === 429) return response
      if (response.status !== 200) throw new Error(`The simulator answered ${response.status}`)
      return undefined
    },
    refuseNext: () => {
      simulator.faults.next("retrieveConfiguration", { status: 429 })
    }
  }
}

/** From another address, so that the bucket is as the device would find it. */
const authorized = async (simulator: SimulatorCore): Promise<{ readonly [name: string]: string }> =>
  configurationHeaders(await obtainAccessToken(simulator.origin, simulator.fetch))
