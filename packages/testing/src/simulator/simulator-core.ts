// For applications that have neither @types/node nor `esnext.disposable` in `lib`.
/// <reference lib="esnext.disposable" preserve="true" />
import { mvpdLoginPage } from "../mvpd-login-page/mvpd-login-page.ts"
import { createLoginPageContext } from "./authentication/login-page-context.ts"
import { takeCensus, type Census } from "./census.ts"
import type { Clock } from "./clock/clock.ts"
import { systemClock } from "./clock/system-clock.ts"
import { createWorld } from "./create-world.ts"
import { exchange } from "./exchange.ts"
import { createFaults, type Faults } from "./faults/faults.ts"
import { createFetch } from "./fetch/simulator-fetch.ts"
import { createJournal, type Journal } from "./journal/journal.ts"
import { route } from "./operations/router.ts"
import { createRandom } from "./randomness/random.ts"
import { receive, type Connection } from "./receipt.ts"
import { notFound } from "./responses/gateway-page.ts"
import { toResponse } from "./responses/to-response.ts"
import type { SimulatorOptions } from "./simulator-options.ts"
import { createSteering } from "./steering/create-steering.ts"
import type { Steering } from "./steering/steering.ts"
import { createPace } from "./strictness/pace.ts"
import { createThrottle } from "./throttle/throttle.ts"

/** A simulated Adobe Pass without msw: what the standalone server runs. */
export interface SimulatorCore extends Steering {
  /** Scheme and authority it answers for. */
  readonly origin: string
  /** Start of its sequence of identifiers; pass it to `createSimulator` to repeat a run. */
  readonly seed: number
  /** Like the global `fetch`, for requests to `origin`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /**
   * Answers one request, whatever its origin. A connection that breaks is `Response.error()`; a hang rejects with the
   * reason of the request's signal.
   */
  readonly handle: (request: Request, connection?: Connection) => Promise<Response>
  readonly faults: Faults
  readonly journal: Journal
  readonly clock: Clock
  /** How much state it holds. */
  census(): Census
  /** `using simulator = createSimulator()`: reports, at the end of the block, faults that were scripted and did not happen. */
  [Symbol.dispose](): void
}

/**
 * An Adobe Pass without msw handlers, for `@tve-pass/testing/server` and wherever a `fetch` is injected.
 * `createSimulator` of `@tve-pass/testing` adds `handlers`.
 *
 * @example
 * ```ts
 * const simulator = createSimulatorCore({ throttle: false })
 * const restV2 = createRestV2Client({ origin: simulator.origin, fetch: simulator.fetch })
 * ```
 */
/**
 * An Adobe Pass without msw handlers, for `@tve-pass/testing/server` and wherever a `fetch` is injected. `createSimulator` of
 * `@tve-pass/testing` adds `handlers`.
 *
 * @example
 * ```ts
 * const simulator = createSimulatorCore({ throttle: false })
 * const restV2 = createRestV2Client({ origin: simulator.origin, fetch: simulator.fetch })
 * ```
 */
export const createSimulatorCore = (options: SimulatorOptions = {}): SimulatorCore => {
  const origin = options.origin ?? "https://sp.auth.adobe.com"
  const seed = options.seed ?? Math.floor(Math.random() * 4_294_967_296)
  const random = createRandom(seed)
  const clock = options.clock ?? systemClock
  const world = createWorld(options, random)
  const faults = createFaults(random)
  const journal = createJournal(options.journalLimit ?? 10_000)
  const throttle = options.throttle === false ? undefined : createThrottle(options.throttle ?? {})
  const loginPage = options.loginPage ?? mvpdLoginPage
  const parts = { world, clock, throttle, pace: createPace(), faults, journal, onAnswer: options.onAnswer }

  const handle = async (request: Request, connection: Connection = {}): Promise<Response> => {
    const url = new URL(request.url)
    const target = route(request.method, url.pathname)
    if (target._tag !== "Elsewhere") {
      return await exchange(receive(request, url, target, connection, clock.now()), parts)
    }
    const now = clock.now()
    const context = createLoginPageContext(world, url.origin, now)
    return (await loginPage(request, context)) ?? toResponse(notFound(404), now)
  }

  const simulator: SimulatorCore = {
    origin,
    seed,
    fetch: createFetch(origin, handle),
    handle,
    faults,
    journal,
    clock,
    census: () => takeCensus(world, throttle),
    [Symbol.dispose]: faults.expectUsed,
    ...createSteering(world, () => clock.now())
  }
  options.setup?.(simulator)
  return simulator
}
