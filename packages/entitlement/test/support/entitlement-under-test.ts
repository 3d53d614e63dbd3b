import { AdobePass, AuthEvents, AuthorizedTransport, Fetch } from "@tve-pass/auth"
import type { FetchFunction } from "@tve-pass/auth/promise"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import { makeContext, type Platform } from "../../src/context/make-context.ts"
import type { EntitlementOptions, EntitlementTransport } from "../../src/options/entitlement-options.ts"
import { connectEntitlement } from "../../src/promise/create-entitlement.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

export const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

/** MVPDs of the simulator that tests sign in at. */
export const cablevision = {
  id: "Cablevision",
  displayName: "Optimum",
  logoUrl: "https://entitlement.auth.adobe.com/entitlement/logos/Cablevision.png"
}
export const spectrum = { id: "Spectrum", displayName: "Spectrum", logoUrl: "https://example.com/spectrum.png" }

/** A simulator on a virtual clock, which knows when requests are on their way. */
export const simulatedNetwork = (simulatorOptions: SimulatorOptions = {}) => {
  const clock = new VirtualClock({ turns: 20 })
  const simulator = createSimulatorCore({ throttle: false, clock: clock.ofSimulator, ...simulatorOptions })
  let onTheirWay = 0
  clock.requestsOnTheirWay = () => onTheirWay
  const fetch: FetchFunction = async (input, init) => {
    onTheirWay++
    try {
      return await simulator.fetch(input, init)
    } finally {
      onTheirWay--
    }
  }
  return { clock, simulator, fetch }
}

/** A simulator on a virtual clock, with a connection to it on the same clock. */
export const network = (
  simulatorOptions: SimulatorOptions = {},
  passOptions: Pick<AdobePass.LayerOptions, "throttle" | "storage"> & {
    readonly device?: Parameters<typeof AdobePass.layer>[0]["device"]
  } = {}
) => {
  const { clock, simulator, fetch } = simulatedNetwork(simulatorOptions)
  const layer = AdobePass.layer({
    origin: simulator.origin,
    softwareStatement: exampleSoftwareStatement,
    device: { identifier: "living-room-television", info },
    throttle: false,
    ...passOptions
  }).pipe(Layer.provide(Layer.succeed(Fetch, fetch)))
  const services = Effect.runSync(
    Layer.buildWithScope(layer, Scope.makeUnsafe()).pipe(Effect.provideService(Clock.Clock, clock))
  )
  const events = Context.get(services, AuthEvents)
  const pass: EntitlementTransport = {
    ...Context.get(services, AuthorizedTransport),
    on: (type, listener) =>
      events.subscribe((event) => {
        // The cast follows from the comparison, which the compiler cannot see through a type parameter.
        if (event.type === type) listener(event as Parameters<typeof listener>[0])
      })
  }
  /** How often an operation was called. */
  const count = (operation: Parameters<typeof simulator.journal.calls>[0]) => simulator.journal.calls(operation).length
  return { clock, simulator, pass, count }
}

type Network = ReturnType<typeof network>

const optionsOver = ({ pass }: Network, options: Partial<EntitlementOptions>): EntitlementOptions => ({
  pass,
  serviceProvider: "REF30",
  domainName: "adobe.com",
  redirectUrl: "https://adobe.com/",
  ...options
})

const platformOver = ({ clock }: Network): Platform => ({ services: Context.make(Clock.Clock, clock) })

/** A context over a simulator on a virtual clock. */
export const contextUnderTest = (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {}
) => {
  const over = network(simulatorOptions)
  return { ...over, context: makeContext(optionsOver(over, options), platformOver(over)) }
}

/** An application over a network; several of one network are one application that was started again, or several tabs. */
export const entitlementOver = (over: Network, options: Partial<EntitlementOptions> = {}, platform: Platform = {}) => {
  const entitlement = connectEntitlement(optionsOver(over, options), { ...platformOver(over), ...platform })
  const states: Array<string> = []
  entitlement.state.subscribe(() => {
    const state = entitlement.state.getSnapshot()
    const name = state.name === "signing-in" ? `signing-in/${state.step}` : state.name
    if (states.at(-1) !== name) states.push(name)
  })
  return { entitlement, states }
}

/** An application over a simulator on a virtual clock. */
export const entitlementUnderTest = (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {}
) => {
  const over = network(simulatorOptions)
  return { ...over, ...entitlementOver(over, options) }
}

/** The code at the end of the address of a login page. */
export const codeIn = ({ href }: { readonly href: string }): string => href.split("/").at(-1) ?? ""
