import { createSimulator, exampleSoftwareStatement, type Simulator } from "@tve-pass/testing"
import type { AuthEvent } from "../../src/events/index.ts"
import { createAdobePass } from "../../src/promise/index.ts"
import type { StoreSource } from "../../src/store/index.ts"

/** A server that does not throttle, and the apps that run against it. */
export interface Installation {
  readonly simulator: Simulator
  /** Runs an app on a store until it has a token, and tells what it reported. */
  readonly run: (storage: StoreSource) => Promise<ReadonlyArray<AuthEvent["type"]>>
}

/** Sets up a server; apps are started over and over, as on a device that is switched on and off. */
export const install = (): Installation => {
  const simulator = createSimulator({ throttle: false })
  return {
    simulator,
    run: async (storage) => {
      const pass = createAdobePass({
        origin: simulator.origin,
        softwareStatement: exampleSoftwareStatement,
        device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
        fetch: simulator.fetch,
        throttle: false,
        storage
      })
      const seen: Array<AuthEvent["type"]> = []
      for (const type of ["credentials-registered", "credentials-replaced", "record-quarantined"] as const) {
        pass.on(type, () => seen.push(type))
      }
      await pass.accessToken()
      await pass.dispose()
      return seen
    }
  }
}
