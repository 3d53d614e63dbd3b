import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { apiPath, authorizedHeaders, obtainAccessToken } from "./request.ts"

export interface DocumentedThrottle {
  /** Takes one request out of the device's bucket. Resolves to the documented 429 if the bucket is empty. */
  readonly take: () => Promise<Response | undefined>
  /** The next request gets the documented 429. */
  readonly refuseNext: () => void
}

/** The throttle of the simulator: one request per second and a burst of ten (docs/protocol/throttling.md). */
export const createDocumentedThrottle = async (): Promise<DocumentedThrottle> => {
  const simulator = createSimulatorCore()
  // Registration and token call come from another address, so that the bucket of the device is full.
  const accessToken = await obtainAccessToken(simulator.origin, simulator.fetch)
  const headers = { ...authorizedHeaders(accessToken), "X-Forwarded-For": "203.45.101.20" }
  return {
    take: async () => {
      const response = await simulator.fetch(`${simulator.origin}${apiPath}`, { headers })
      if (response.status === 429) return response
      if (response.status !== 200) throw new Error(`The simulator responded ${response.status}`)
      return undefined
    },
    refuseNext: () => {
      simulator.faults.next("retrieveConfiguration", { status: 429 })
    }
  }
}
