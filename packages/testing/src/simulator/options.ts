import type { Clock } from "./clock/clock.ts"
import type { SimulatorControls } from "./controls/controls.ts"
import type { Faults } from "./faults/faults.ts"
import type { Journal } from "./journal/journal.ts"
import type { LoginPage } from "./login/login-page.ts"
import { exampleSoftwareStatement } from "./example-software-statement.ts"
import type { OperationId } from "./protocol/operations.ts"
import type { ApplicationOptions } from "./state/applications.ts"
import type { ClientOptions } from "./state/clients.ts"
import type { MvpdOptions } from "./state/mvpds.ts"
import type { ServiceProviderOptions } from "./state/service-providers.ts"
import type { SettingsOptions } from "./state/settings.ts"
import type { ThrottleOptions } from "./throttle/throttle.ts"

export const defaultApplications: ReadonlyArray<ApplicationOptions> = [
  { softwareStatement: exampleSoftwareStatement, name: "example" }
]

export const defaultServiceProviders = [{ id: "REF30", name: "Reference site only in 30" }]

/** The proxy MVPD of the protocol page. */
export const defaultProxyMvpds = ["ProxyMVPD_Adobe"]

/** The MVPDs of the protocol pages. */
export const defaultMvpds: ReadonlyArray<MvpdOptions> = [
  {
    id: "Cablevision",
    displayName: "Optimum",
    flags: {
      boardingStatus: "SUPPORTED",
      platformMappingId: "Cablevision",
      enablePlatformServices: true,
      displayInPlatformPicker: true,
      enforcePlatformPermissions: true
    }
  },
  {
    id: "Spectrum",
    flags: { boardingStatus: "PICKER", platformMappingId: "Spectrum", displayInPlatformPicker: true }
  },
  { id: "Dish", displayName: "DISH", logsOut: false },
  { id: "AdobeShibboleth", displayName: "Adobe Shibboleth" },
  { id: "AdobePass_SMI", displayName: "Adobe Pass SMI", flags: { isProxy: true } },
  { id: "ATTOTT", displayName: "DIRECTV STREAM", disabledFor: "all" },
  {
    id: "TempPass_TEST40",
    displayName: "Adobe Temp Pass Test 3 min",
    temporaryAccess: { type: "basic", duration: 180 }
  },
  {
    id: "flexibleTempPass",
    displayName: "Promotional Temp Pass",
    temporaryAccess: { type: "promotional", duration: 600, resources: 5 }
  }
]

/** The functions that `setup` may call before the first call. */
export interface SimulatorInSetup extends SimulatorControls {
  readonly faults: Faults
  readonly journal: Journal
}

/** Prepares a new simulator: profiles, revocations, faults, and listeners of `journal.onCall`. */
export type SimulatorSetup = (simulator: SimulatorInSetup) => void

/** An operation with a clone of its response, so that the body can be read. */
export interface ObservedResponse {
  readonly operation: OperationId
  readonly response: Response
}

/** Options of `createSimulator` and `createSimulatorCore`. */
export interface SimulatorOptions extends SettingsOptions {
  /** Scheme and authority. Default `https://sp.auth.adobe.com`, the origin of Release-Production. */
  readonly origin?: string
  /** Scheme and authority of the management APIs. Default `https://mgmt.auth.adobe.com`. */
  readonly managementOrigin?: string
  /** Proxy MVPDs, whose lists of proxied MVPDs start empty. Default: `ProxyMVPD_Adobe`. */
  readonly proxyMvpds?: ReadonlyArray<string>
  /** Registered applications. Default: one, with `exampleSoftwareStatement`. */
  readonly applications?: ReadonlyArray<ApplicationOptions>
  /** Credentials registered before the simulator started. Default: none. */
  readonly clients?: ReadonlyArray<ClientOptions>
  /** Channels, as ids or in full. Default: `REF30`. */
  readonly serviceProviders?: ReadonlyArray<string | ServiceProviderOptions>
  /** Identity providers. Default: those of the protocol pages, with TempPass, a proxied and a disabled one. */
  readonly mvpds?: ReadonlyArray<MvpdOptions>
  /** How requests are throttled; `false` disables throttling. Default: model A, 1 request a second, burst 10. */
  readonly throttle?: ThrottleOptions | false
  /** The clock. Default: the machine's clock. */
  readonly clock?: Clock
  /** The seed of identifiers, codes and fault draws. Default: random. */
  readonly seed?: number
  /** The number of calls that the journal stores; fewer if they are large. Default 10,000. */
  readonly journalLimit?: number
  /**
   * Receives every response of an operation before the caller does, for custom checks. If it rejects, so does the call.
   * Not called for responses of faults.
   */
  readonly onResponse?: (observed: ObservedResponse) => void | PromiseLike<void>
  /** Responds to paths outside the two APIs. Default: the MVPD login page. */
  readonly loginPage?: LoginPage
  /** Called once with the new simulator, before its first call. */
  readonly setup?: SimulatorSetup
}
