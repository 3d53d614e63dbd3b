import { createAdobePass } from "@tve-pass/auth/promise"
import {
  createManualClock,
  createSimulatorCore,
  exampleSoftwareStatement,
  type SimulatorOptions
} from "@tve-pass/testing/simulator"
import { makeContext } from "../../src/context/make-context.ts"
import type { EntitlementOptions } from "../../src/options/entitlement-options.ts"

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

/** A context over a simulator whose time stands still. */
export const contextUnderTest = (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {}
) => {
  const clock = createManualClock()
  const simulator = createSimulatorCore({ throttle: false, clock, ...simulatorOptions })
  const pass = createAdobePass({
    origin: simulator.origin,
    fetch: simulator.fetch,
    softwareStatement: exampleSoftwareStatement,
    device: { identifier: "living-room-television", info },
    throttle: false
  })
  const context = makeContext({
    pass,
    serviceProvider: "REF30",
    domainName: "adobe.com",
    redirectUrl: "https://adobe.com/",
    ...options
  })
  return { simulator, pass, context, clock }
}
