import type { SessionSummary } from "@tve-pass/testing/simulator"
import type { Remembered } from "@tve-pass/testing/scenarios"
import type { ClockReading } from "../clock/scaled-clock.ts"
import type { Exchange } from "./exchange.ts"
import type { PhoneNetwork } from "./playground-command.ts"

/** What devices need before their first request. Plain JSON. */
export interface DeviceSettings {
  /** Changes with each run: devices forget what they stored in another one. */
  readonly run: string
  readonly scenario: string
  readonly softwareStatement: string
  readonly serviceProvider: string
  readonly domainName: string
  /** What the scenario says that the television stored on an earlier visit. */
  readonly remembered?: Remembered
  /** Origin that other devices reach the playground at. */
  readonly publicOrigin: string
  readonly clock: ClockReading
  /**
   * How often speed or time was changed. A device that took over every reading would jump ahead by the time that the reading
   * was under way.
   */
  readonly clockChanges: number
}

/** Where the playground stands, for its page. */
export interface PlaygroundState extends DeviceSettings {
  readonly phoneNetwork: PhoneNetwork
  readonly addresses: { readonly household: string; readonly mobile: string }
  /** Requests that the throttle admits at once, once, and then each second; `undefined` if it is off. */
  readonly throttle: { readonly burst: number; readonly perSecond: number } | undefined
  /** Faults that have not happened yet, in words. */
  readonly scriptedFaults: ReadonlyArray<string>
  readonly sessions: ReadonlyArray<SessionSummary>
  readonly mvpds: ReadonlyArray<string>
  /** What happens in the scenario. */
  readonly description: string
  /** Names of all scenarios. */
  readonly scenarios: ReadonlyArray<string>
}

/** What the playground reports to its page. */
export type PlaygroundEvent =
  | { readonly kind: "state"; readonly state: PlaygroundState }
  /** A request arrived, or the exchange with this id has gone on. */
  | { readonly kind: "exchange"; readonly exchange: Exchange }
