import { describe, expect, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted, Schedule } from "effect"
import {
  AdobePass,
  AuthError,
  AuthorizedTransport,
  authorizedTransportLayer,
  AuthEvents,
  AuthPolicy,
  defaultAuthPolicy,
  Fetch,
  memoryStore,
  onSchedule,
  type StoreSource,
  TokenSource
} from "../../src/index.ts"
import { FakeAdobePass, reset } from "../fake-server/fake-adobe-pass.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"
import { layerTo, options } from "./layer-under-test.ts"

const accessToken = Effect.flatMap(TokenSource, ({ get }) => Effect.map(get, ({ value }) => Redacted.value(value)))
const makeServer = () => new FakeAdobePass(new VirtualClock())

describe("AdobePass.layer", () => {
  it.effect("provides a token source", () => {
    const server = makeServer()
    return Effect.gen(function* () {
      expect(yield* accessToken).toBe("CANARY-token-1")
      expect(yield* accessToken).toBe("CANARY-token-1")
      expect([server.count("register"), server.count("token")]).toStrictEqual([1, 1])
    }).pipe(Effect.provide(layerTo(server)))
  })

  it.effect("keeps the pair and the token in the storage it is given", () => {
    const server = makeServer()
    const storage = memoryStore()
    const once = accessToken.pipe(
      Effect.provide(AdobePass.layer({ ...options, storage }), { local: true }),
      Effect.provideService(Fetch, server.fetch)
    )
    return Effect.gen(function* () {
      yield* once
      yield* once
      expect(server.arrivals).toHaveLength(2)
    })
  })

  it.each([
    ["softwareStatement", { softwareStatement: "no statement" }],
    ["throttle.perSecond", { throttle: { perSecond: 0 } }],
    ["storage", { storage: "/var/lib/my-app" as unknown as StoreSource }]
  ])("fails with a typed error about %s before any request", async (field, wrong) => {
    const failing = Effect.provide(accessToken, AdobePass.layer({ ...options, ...wrong }))
    const error = await Effect.runPromise(Effect.flip(failing))
    expect(error.reason).toMatchObject({ _tag: "InvalidConfiguration", field })
  })

  it.effect("reads the application from the environment", () => {
    const server = makeServer()
    const environment = ConfigProvider.fromUnknown({
      ADOBE_PASS_ENVIRONMENT: "prequal-staging",
      ADOBE_PASS_SOFTWARE_STATEMENT: "a.b.c",
      ADOBE_PASS_DEVICE_IDENTIFIER: "device"
    })
    return Effect.gen(function* () {
      const { baseUrl } = yield* AuthorizedTransport
      yield* accessToken
      expect(baseUrl).toBe("https://sp-prequal.auth-staging.adobe.com")
      expect(server.arrival(0).request.url).toBe(`${baseUrl}/o/client/register`)
    }).pipe(
      Effect.provide(AdobePass.layerFromEnvironment({ throttle: false })),
      Effect.provide(ConfigProvider.layer(environment)),
      Effect.provideService(Fetch, server.fetch)
    )
  })

  it.effect("takes another policy: schedules are replaceable", () => {
    const server = makeServer()
    server.next("register", reset)
    return Effect.gen(function* () {
      const error = yield* Effect.flip(accessToken)
      expect([error.reason._tag, error.attempts]).toStrictEqual(["Transport", 1])
    }).pipe(
      Effect.provide(layerTo(server)),
      Effect.provideService(AuthPolicy, { ...defaultAuthPolicy, dcrRetries: onSchedule(Schedule.recurs(0)) })
    )
  })

  it.effect("lets each part be replaced: an authorized fetch over another token source", () => {
    const server = makeServer()
    const unavailable = new AuthError({
      reason: { _tag: "DeadlineExceeded", operation: "sendRequest", deadline: 0 }
    })
    const tokens = Layer.effect(
      TokenSource,
      Effect.map(TokenSource, (original) => ({
        ...original,
        getHeld: Effect.fail(unavailable),
        cached: () => undefined
      }))
    )
    const replaced = Layer.fresh(authorizedTransportLayer).pipe(
      Layer.provide(tokens),
      Layer.provideMerge(layerTo(server))
    )
    return Effect.gen(function* () {
      const { fetch } = yield* AuthorizedTransport
      expect(yield* Effect.promise(() => fetch("/api/v2/REF30/configuration").catch((error) => error))).toBe(
        unavailable
      )
    }).pipe(Effect.provide(replaced))
  })

  it.effect("publishes what happens", () => {
    const server = makeServer()
    return Effect.gen(function* () {
      const seen: Array<string> = []
      const { subscribe } = yield* AuthEvents
      subscribe(({ type }) => seen.push(type))
      yield* accessToken
      expect(seen).toStrictEqual(["credentials-registered", "token-obtained"])
    }).pipe(Effect.provide(layerTo(server)))
  })
})
