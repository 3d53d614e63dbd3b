// For applications that have neither @types/node nor `esnext.disposable` in `lib`.
/// <reference lib="esnext.disposable" preserve="true" />
import { mvpdLoginPage } from "../mvpd-login-page/mvpd-login-page.ts"
import { createWaitCheck } from "./checks/wait-check.ts"
import type { Clock } from "./clock/clock.ts"
import { systemClock } from "./clock/system-clock.ts"
import type { SimulatorControls } from "./controls/controls.ts"
import { integrationControls } from "./controls/integration-controls.ts"
import { loginControls } from "./controls/login-controls.ts"
import { profileControls } from "./controls/profile-controls.ts"
import { registrationControls } from "./controls/registration-controls.ts"
import { createFaults, type Faults } from "./faults/faults.ts"
import { type Connection, handleRequest } from "./handle-request.ts"
import { createJournal, type Journal } from "./journal/journal.ts"
import {
  defaultApplications,
  defaultMvpds,
  defaultProxyMvpds,
  defaultServiceProviders,
  type SimulatorOptions
} from "./options.ts"
import { createFetch } from "./simulator-fetch.ts"
import { createAccessTokens } from "./state/access-tokens.ts"
import { createActivity } from "./state/activity.ts"
import { createApplications } from "./state/applications.ts"
import { createClients } from "./state/clients.ts"
import { createIntegrations } from "./state/integrations.ts"
import { createMvpds } from "./state/mvpds.ts"
import { createBoundedMap } from "./encoding/bounded-map.ts"
import { createProfileStore } from "./state/profiles.ts"
import { createProxiedMvpds } from "./state/proxied-mvpds.ts"
import { createRandom, type Random } from "./state/random.ts"
import { createServiceProviders } from "./state/service-providers.ts"
import { createSessionStore } from "./state/sessions.ts"
import { createSettings } from "./state/settings.ts"
import { createSingleSignOnProfiles } from "./state/single-sign-on-profiles.ts"
import { type StateCounts, countState } from "./state/state-counts.ts"
import type { SimulatorState } from "./state/state.ts"
import { createTrials } from "./state/trials.ts"
import { createThrottle } from "./throttle/throttle.ts"

/** A simulated Adobe Pass without msw. The standalone server serves one. */
export interface SimulatorCore extends SimulatorControls {
  /** The origin of its URLs. */
  readonly origin: string
  /** The origin of the management APIs. Every origin serves them by their paths. */
  readonly managementOrigin: string
  /** The seed of its identifiers. Pass it to `createSimulator` to repeat a run. */
  readonly seed: number
  /** Does the same as the global `fetch`, for requests to `origin` and `managementOrigin`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /**
   * Responds to one request to any origin. Resolves to `Response.error()` for a broken connection. Rejects with the
   * reason of the request's signal for a simulated hang.
   */
  readonly handle: (request: Request, connection?: Connection) => Promise<Response>
  readonly faults: Faults
  readonly journal: Journal
  readonly clock: Clock
  /** Resolves when no request is in flight. A simulated hang is in flight until it aborts. */
  idle(): Promise<void>
  /** Returns the amount of state in memory. */
  stateCounts(): StateCounts
  /**
   * Called at the end of a block with `using simulator = createSimulator()`. Throws if a scripted fault did not happen.
   */
  [Symbol.dispose](): void
}

/**
 * Creates a simulated Adobe Pass without msw handlers, for `@tve-pass/testing/server`, and for applications that accept
 * a `fetch`. `createSimulator` of `@tve-pass/testing` adds `handlers`. Throws if an option names something that does
 * not exist.
 *
 * @example
 * ```ts
 * const simulator = createSimulatorCore({ throttle: false })
 * const restV2 = createRestV2Client({ origin: simulator.origin, fetch: simulator.fetch })
 * ```
 */
export const createSimulatorCore = (options: SimulatorOptions = {}): SimulatorCore => {
  const origin = options.origin ?? "https://sp.auth.adobe.com"
  const managementOrigin = options.managementOrigin ?? "https://mgmt.auth.adobe.com"
  const seed = options.seed ?? Math.floor(Math.random() * 4_294_967_296)
  const random = createRandom(seed)
  const clock = options.clock ?? systemClock
  const state = createState(options, random)
  const faults = createFaults(random)
  const journal = createJournal(options.journalLimit ?? 10_000)
  const throttle = options.throttle === false ? undefined : createThrottle(options.throttle ?? {})
  const context = {
    state,
    clock,
    throttle,
    countBy: options.throttle === false ? undefined : options.throttle?.countBy,
    waitCheck: createWaitCheck(),
    faults,
    journal,
    onResponse: options.onResponse,
    loginPage: options.loginPage ?? mvpdLoginPage
  }

  const inFlight = new Set<Promise<Response>>()

  const handle = (request: Request, connection: Connection = {}): Promise<Response> => {
    const response = handleRequest(request, connection, context)
    const end = () => inFlight.delete(response)
    inFlight.add(response)
    response.then(end, end)
    return response
  }

  const simulator: SimulatorCore = {
    origin,
    managementOrigin,
    seed,
    fetch: createFetch([origin, managementOrigin], handle),
    handle,
    faults,
    journal,
    clock,
    idle: async () => {
      while (inFlight.size > 0) await Promise.allSettled(inFlight)
    },
    stateCounts: () => countState(state, throttle),
    [Symbol.dispose]: faults.expectUsed,
    ...createControls(state, () => clock.now())
  }
  options.setup?.(simulator)
  return simulator
}

const createControls = (state: SimulatorState, now: () => number): SimulatorControls => ({
  ...loginControls(state, now),
  ...registrationControls(state),
  ...integrationControls(state, now),
  ...profileControls(state, now)
})

const createState = (options: SimulatorOptions, random: Random): SimulatorState => {
  const serviceProviders = createServiceProviders(options.serviceProviders ?? defaultServiceProviders)
  const mvpds = options.mvpds ?? defaultMvpds
  const applications = createApplications(options.applications ?? defaultApplications)
  return {
    settings: createSettings(options),
    random,
    applications,
    clients: createClients(options.clients ?? [], applications),
    accessTokens: createAccessTokens(),
    serviceProviders,
    mvpds: createMvpds(mvpds),
    integrations: createIntegrations(mvpds, [...serviceProviders.keys()]),
    configurations: new Map(),
    sessions: createSessionStore(),
    profiles: createProfileStore(),
    singleSignOn: createSingleSignOnProfiles(),
    trials: createTrials(),
    partnerRequests: createBoundedMap(10_000),
    logoutAddresses: createBoundedMap(1_000),
    activity: createActivity(),
    proxiedMvpds: createProxiedMvpds(options.proxyMvpds ?? defaultProxyMvpds)
  }
}
