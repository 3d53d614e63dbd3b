import { findScenario, scenarios } from "@tve-pass/testing/scenarios"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorCore } from "@tve-pass/testing/simulator"
import { createScaledClock } from "../clock/scaled-clock.ts"
import type { Exchange, Sender } from "./exchange.ts"
import { performOnSimulator } from "./perform-command.ts"
import type { PhoneNetwork, PlaygroundCommand } from "./playground-command.ts"
import type { DeviceSettings, PlaygroundEvent, PlaygroundState } from "./playground-event.ts"
import { recordExchange } from "./record-exchange.ts"
import { senderOf } from "./sender.ts"

/** Where a playground is, and how it starts. */
export interface PlaygroundHostOptions {
  /** Origin that other devices reach the pages at: part of the QR code. */
  readonly publicOrigin: () => string
  /** Name of the first scenario. Default: `first-launch`. */
  readonly scenario?: string
}

/** Where a request comes from. */
export interface DeviceConnection {
  /** Address of a device that is not on this machine; the pages on this machine share a simulated household. */
  readonly address?: string
  /** Settles when the client can have read the response. */
  readonly delivered?: Promise<unknown>
}

/** A simulator with a clock, scenarios and a record of everything that goes over the wire. Runs in Node and in a page. */
export interface PlaygroundHost {
  /** Responds to a request to the simulated Adobe Pass or its login page. */
  readonly handle: (request: Request, connection?: DeviceConnection) => Promise<Response>
  readonly settings: () => DeviceSettings
  /** Performs a command. Throws, with a sentence for people, if that is not possible. */
  readonly perform: (command: PlaygroundCommand) => void
  /** Reports the state and all exchanges of this run, and then what happens. Returns how to stop. */
  readonly subscribe: (listener: (event: PlaygroundEvent) => void) => () => void
  /** Returns the response of the simulated partner framework (Apple) for an MVPD. */
  readonly partnerResponse: (mvpd: string) => string
}

/** Exchanges that are kept. */
const longestRecord = 2_000

const addresses = { household: "203.0.113.7", mobile: "198.51.100.23" }
const defaultScenario = "first-launch"

interface Run {
  readonly scenario: string
  readonly simulator: SimulatorCore
  readonly exchanges: Map<number, Exchange>
  lastId: number
  /** Descriptions of the faults that apply to a part of the calls until they are cleared. */
  faultsAtRate: ReadonlyArray<string>
  /** Who opened the login page last. */
  signingIn: Sender
}

/** Creates a playground in a scenario. Throws for a scenario that does not exist. */
export const createPlaygroundHost = ({ publicOrigin, scenario }: PlaygroundHostOptions): PlaygroundHost => {
  const clock = createScaledClock()
  const listeners = new Set<(event: PlaygroundEvent) => void>()
  let clockChanges = 0
  let phoneNetwork: PhoneNetwork = "home"
  let run = startRun(scenario ?? defaultScenario, clock)

  const publish = (event: PlaygroundEvent) => listeners.forEach((listener) => listener(event))
  const settings = (): DeviceSettings => {
    const { remembered } = scenarioOf(run.scenario)
    return {
      run: String(run.simulator.seed),
      scenario: run.scenario,
      softwareStatement: exampleSoftwareStatement,
      serviceProvider: "REF30",
      domainName: "adobe.com",
      ...(remembered === undefined ? {} : { remembered }),
      publicOrigin: publicOrigin(),
      clock: clock.reading(),
      clockChanges
    }
  }
  const state = (): PlaygroundState => {
    const { throttle, mvpds, description } = scenarioOf(run.scenario)
    return {
      ...settings(),
      phoneNetwork,
      addresses,
      throttle: throttle === false ? undefined : { burst: throttle?.burst ?? 10, perSecond: throttle?.perSecond ?? 1 },
      // The simulator lists a fault at a rate until it has applied once.
      scriptedFaults: [...new Set([...run.faultsAtRate, ...run.simulator.faults.unused()])],
      sessions: run.simulator.sessions(),
      mvpds: mvpds?.map(({ id }) => id) ?? defaultMvpds,
      description,
      scenarios: Object.values(scenarios).map(({ name }) => name)
    }
  }
  let shown = ""
  const publishState = () => {
    const current = state()
    shown = changingPart(current)
    publish({ kind: "state", state: current })
  }
  /** Publishes the state if a request has changed it. */
  const publishChangedState = () => {
    if (changingPart(state()) !== shown) publishState()
  }

  const addressOf = (sender: Sender, { address }: DeviceConnection): string => {
    if (address !== undefined) return address
    return sender === "phone" && phoneNetwork === "mobile" ? addresses.mobile : addresses.household
  }

  const start = (name: string) => {
    run = startRun(name, clock)
    publishState()
  }

  return {
    settings,
    partnerResponse: (mvpd) => run.simulator.partner.samlResponse(mvpd),
    handle: (request, connection = {}) => {
      const current = run
      const { pathname } = new URL(request.url)
      const referrer = senderOf(request)
      const sender = referrer === "other" ? current.signingIn : referrer
      if (pathname.startsWith("/api/v2/authenticate/")) current.signingIn = sender
      const address = addressOf(sender, connection)
      const { delivered } = connection
      // The style of the login page is no part of any flow.
      if (pathname.endsWith(".css")) return current.simulator.handle(request, { address })
      return recordExchange({
        id: (current.lastId += 1),
        sender,
        address,
        request,
        clock,
        respond: (onRecorded) =>
          current.simulator.handle(request, {
            address,
            ...(delivered === undefined ? {} : { delivered }),
            onRecorded
          }),
        publish: (exchange) => {
          if (current !== run) return
          keep(current.exchanges, exchange)
          publish({ kind: "exchange", exchange })
          if (exchange.endedAt !== undefined) publishChangedState()
        }
      })
    },
    perform: (command) => {
      switch (command.kind) {
        case "start":
          return start(command.scenario ?? run.scenario)
        case "set-rate":
          clock.setRate(command.rate)
          clockChanges += 1
          break
        case "jump":
          clock.jump(command.milliseconds)
          clockChanges += 1
          break
        case "set-phone-network":
          phoneNetwork = command.network
          break
        default:
          performOnSimulator(run.simulator, command)
          if (command.kind === "clear-faults") run.faultsAtRate = []
          if (command.kind === "fault" && "probability" in command.calls) {
            run.faultsAtRate = [...run.faultsAtRate, ...run.simulator.faults.unused().slice(-1)]
          }
      }
      publishState()
    },
    subscribe: (listener) => {
      listener({ kind: "state", state: state() })
      for (const exchange of run.exchanges.values()) listener({ kind: "exchange", exchange })
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

/** The MVPDs of a simulator without other options. */
const defaultMvpds = [
  "Cablevision",
  "Spectrum",
  "Dish",
  "AdobeShibboleth",
  "AdobePass_SMI",
  "ATTOTT",
  "TempPass_TEST40",
  "flexibleTempPass"
]

/** What a request can change. */
const changingPart = ({ scriptedFaults, sessions }: PlaygroundState): string =>
  JSON.stringify([scriptedFaults, sessions])

const scenarioOf = (name: string) => {
  const scenario = findScenario(name)
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`)
  return scenario
}

const startRun = (scenario: string, clock: ReturnType<typeof createScaledClock>): Run => ({
  scenario,
  simulator: createSimulatorCore({ ...scenarioOf(scenario), clock }),
  exchanges: new Map(),
  lastId: 0,
  faultsAtRate: [],
  signingIn: "other"
})

const keep = (exchanges: Map<number, Exchange>, exchange: Exchange): void => {
  exchanges.set(exchange.id, exchange)
  for (const id of exchanges.keys()) {
    if (exchanges.size <= longestRecord) return
    exchanges.delete(id)
  }
}
