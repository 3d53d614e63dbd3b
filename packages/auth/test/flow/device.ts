import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Clock from "effect/Clock"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { makeApplication, type ApplicationKey, type ApplicationOptions } from "../../src/application/index.ts"
import { assemble } from "../../src/assembly/assemble.ts"
import { makeAuthContext } from "../../src/context/index.ts"
import { inProcessLock } from "../../src/coordination/index.ts"
import { makeAuthEvents, type AuthEvent } from "../../src/events/index.ts"
import { AuthError, failWith } from "../../src/errors/index.ts"
import type { FetchFunction } from "../../src/network/index.ts"
import { noObservation } from "../../src/observation/index.ts"
import { defaultAuthPolicy, type AuthPolicy } from "../../src/policy/index.ts"
import { flowRuntimeOf, makeLifetime, runToPromise } from "../../src/runtime/index.ts"
import { makeCredentialStore, memoryStore, type RecordStore } from "../../src/store/index.ts"
import { makeThrottle, resolveThrottleLimits, type ThrottleOptions } from "../../src/throttle/index.ts"
import { canary, FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

export const origin = "https://sp.auth.adobe.com"
export const configurationPath = "/api/v2/REF30/configuration"

/** What differs between the devices of the tests. */
export interface DeviceOptions {
  readonly application?: Partial<ApplicationOptions>
  readonly throttle?: ThrottleOptions
  readonly policy?: Partial<AuthPolicy>
  readonly fetch?: FetchFunction
}

/** The world of a test: a clock, a server, and a store that outlives the apps that are started on it. */
export class World {
  readonly clock = new VirtualClock()
  readonly server = new FakeAdobePass(this.clock)
  readonly #records = memoryStore()
  /** Makes the store refuse to write records whose names end like this. */
  refusedRecords: RegExp | undefined
  readonly store: RecordStore = {
    ...this.#records,
    set: (key, text) =>
      Effect.suspend(() => (this.refusedRecords?.test(key) ? fullStore : this.#records.set(key, text)))
  }
  readonly lock = inProcessLock()

  /** The text of a record of the application. */
  record(key: string, name: string): string | undefined {
    return Effect.runSync(this.#records.get(`${key}.${name}`))
  }

  /** Writes a record behind the app's back. */
  setRecord(key: string, name: string, text: string): void {
    Effect.runSync(this.#records.set(`${key}.${name}`, text))
  }

  /** Removes a record behind the app's back. */
  removeRecord(key: string, name: string): void {
    Effect.runSync(this.#records.remove(`${key}.${name}`))
  }

  /** Puts another pair in the store, as another process would. */
  async replaceCredentials(key: ApplicationKey, clientId: string): Promise<void> {
    this.server.clients.add(clientId)
    await Effect.runPromise(
      makeCredentialStore(this.#records, key).saveCredentials({
        clientId,
        clientSecret: Redacted.make(`${canary}-secret-of-${clientId}`),
        grantTypes: ["client_credentials"],
        scopes: ["api:client:v2"],
        registeredAt: 0
      })
    )
  }

  /** Puts a token in the store, as another process would. */
  async replaceToken(key: ApplicationKey, clientId: string, value: string): Promise<void> {
    this.server.tokens.add(value)
    const now = this.clock.currentTimeMillisUnsafe()
    await Effect.runPromise(
      makeCredentialStore(this.#records, key).saveToken({
        value: Redacted.make(value),
        clientId,
        receivedAt: now,
        expiresAt: now + 3_600_000,
        createdAt: undefined,
        id: undefined
      })
    )
  }

  /** Restarts the app after its token was lost. */
  restartWithoutToken(): App {
    const app = this.start()
    this.removeRecord(app.application.key, "token")
    return app
  }

  /** Starts the app on the device; starting it again is a restart. */
  start({ application: options, throttle = false, policy, fetch = this.server.fetch }: DeviceOptions = {}) {
    const application = Result.getOrThrow(
      makeApplication({
        origin,
        softwareStatement: "CANARY.statement.signature",
        device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
        ...options
      } as ApplicationOptions)
    )
    const events = makeAuthEvents()
    const seen: Array<AuthEvent> = []
    events.subscribe((event) => seen.push(event))
    const lifetime = makeLifetime()
    const context = Context.make(Clock.Clock, this.clock)
    const { tokens, transport } = assemble(
      makeAuthContext(
        {
          ...flowRuntimeOf(context, lifetime),
          lock: this.lock,
          throttle: makeThrottle(resolveThrottleLimits(throttle), this.clock),
          events,
          policy: { ...defaultAuthPolicy, ...policy },
          observation: noObservation,
          fetch
        },
        application,
        this.store
      )
    )
    const run = runToPromise(context)
    return {
      application,
      tokens,
      seen,
      listen: events.subscribe,
      /** The types of the events so far. */
      happened: () => seen.map(({ type }) => type),
      fetch: transport.fetch,
      transport,
      /** Sends a GET and waits for the response, however long it takes by the virtual clock. */
      call: (path: string = configurationPath, init?: RequestInit) => this.clock.finish(transport.fetch(path, init)),
      accessToken: (signal?: AbortSignal) =>
        run(
          Effect.map(tokens.get, ({ value }) => Redacted.value(value)),
          signal
        ),
      token: () => this.clock.finish(run(Effect.map(tokens.get, ({ value }) => Redacted.value(value)))),
      forget: () => run(tokens.forget()),
      run: <Value>(effect: Effect.Effect<Value, AuthError>) => this.clock.finish(run(effect)),
      stop: () => this.clock.finish(run(lifetime.end))
    }
  }
}

const fullStore = failWith({
  _tag: "StoreUnavailable",
  operation: "write",
  location: "memory",
  remedy: "Free some space",
  cause: { name: "QuotaExceededError", code: undefined }
})

/** What a promise rejects with. */
export const rejectionOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => new Error(`It succeeded with ${String(value)}.`),
    (thrown: unknown) => thrown
  )

/** The error of the auth layer that a promise rejects with. */
export const failureOf = async (promise: Promise<unknown>): Promise<AuthError> => {
  const error = await rejectionOf(promise)
  if (error instanceof AuthError) return error
  throw error
}

/** A started app. */
export type App = ReturnType<World["start"]>
