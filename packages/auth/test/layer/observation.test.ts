import { describe, expect, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Metric, Stream, Tracer } from "effect"
import { AdobePass, AuthMetrics, AuthorizedTransport, Fetch, TokenSource } from "../../src/index.ts"
import { answer, FakeAdobePass, tooManyRequests } from "../fake-server/fake-adobe-pass.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"
import { layerTo, options } from "./layer-under-test.ts"

const makeServer = () => new FakeAdobePass(new VirtualClock())
const call = Effect.flatMap(AuthorizedTransport, ({ fetch }) =>
  Effect.promise(() => fetch("/api/v2/REF30/configuration"))
)

describe("rule 22: observation", () => {
  it.effect("counts registrations, token calls, refreshes, reuses and replays", () => {
    const server = makeServer()
    server.next("call", () => undefined, answer(401, ""))
    return Effect.gen(function* () {
      yield* call
      yield* call
      yield* call
      const counts = yield* Effect.all({
        registrations: Metric.value(AuthMetrics.registrations),
        tokenCalls: Metric.value(AuthMetrics.tokenCalls),
        refreshes: Metric.value(AuthMetrics.tokenRefreshes),
        reuses: Metric.value(AuthMetrics.tokenReuses),
        replays: Metric.value(AuthMetrics.replays)
      })
      expect(Object.entries(counts).map(([name, { count }]) => [name, count])).toStrictEqual([
        ["registrations", 1],
        ["tokenCalls", 2],
        ["refreshes", 1],
        ["reuses", 2],
        ["replays", 1]
      ])
    }).pipe(Effect.provide(layerTo(server)), Effect.provideService(Metric.MetricRegistry, new Map()))
  })

  it.effect("counters never fall", () =>
    Effect.gen(function* () {
      const counters = Object.values(AuthMetrics).filter((member) => Metric.isMetric(member))
      for (const counter of counters) {
        yield* Metric.update(counter as Metric.Counter<number>, 2)
        yield* Metric.update(counter as Metric.Counter<number>, -1)
        const state = yield* Metric.value(counter as Metric.Counter<number>)
        expect([counter.id, state.count, state.incremental]).toStrictEqual([counter.id, 2, true])
      }
      expect(counters).toHaveLength(7)
    }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()))
  )

  it.live("counts 429s and waits", () => {
    const server = makeServer()
    server.next("call", tooManyRequests)
    const limits = { perSecond: 100, burst: 0 }
    const layer = Layer.provide(AdobePass.layer({ ...options, throttle: limits }), Layer.succeed(Fetch, server.fetch))
    return Effect.gen(function* () {
      yield* call
      expect((yield* Metric.value(AuthMetrics.rejections)).count).toBe(1)
      expect((yield* Metric.value(AuthMetrics.throttleWaits)).count).toBeGreaterThanOrEqual(1)
    }).pipe(Effect.provide(layer), Effect.provideService(Metric.MetricRegistry, new Map()))
  })

  it.effect("makes spans for register and token, without secrets, and sends no trace header", () => {
    const server = makeServer()
    const spans: Array<Tracer.NativeSpan> = []
    const tracer = Tracer.make({
      span: (started) => {
        const span = new Tracer.NativeSpan(started)
        spans.push(span)
        return span
      }
    })
    return Effect.gen(function* () {
      yield* call
      expect(spans.map(({ name }) => name)).toStrictEqual(["own", "AdobePass register", "AdobePass token"])
      expect(JSON.stringify(spans.map(({ attributes }) => [...attributes]))).not.toContain("CANARY")
      const names = server.arrivals.flatMap(({ request }) => [...request.headers.keys()])
      expect(names.filter((name) => /trace|b3|baggage/.test(name))).toStrictEqual([])
    }).pipe(Effect.provide(layerTo(server)), Effect.withSpan("own"), Effect.provideService(Tracer.Tracer, tracer))
  })

  it.effect("offers the events as a stream", () => {
    const server = makeServer()
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(
        AdobePass.events.pipe(
          Stream.map(({ type }) => type),
          Stream.take(2),
          Stream.runCollect
        ),
        { startImmediately: true }
      )
      yield* Effect.yieldNow
      yield* Effect.flatMap(TokenSource, ({ get }) => get)
      expect(yield* Fiber.join(fiber)).toStrictEqual(["credentials-registered", "token-obtained"])
    }).pipe(Effect.provide(layerTo(server)))
  })
})
