import { describe, expect, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { DevicePool, devicePoolLayer, Fetch, Throttle } from "../../src/index.ts"
import { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

describe("devicePoolLayer", () => {
  it.effect("forgets idle devices, and their throttle buckets with them", () => {
    const server = new FakeAdobePass(new VirtualClock())
    const live = devicePoolLayer({ environment: "release-staging", softwareStatement: "a.b.c", idleTime: 60_000 })
    return Effect.gen(function* () {
      const [pool, throttle] = [yield* DevicePool, yield* Throttle]
      for (let number = 1; number <= 50; number++) {
        const options = { device: { identifier: `device ${number}` }, forwardedFor: `10.0.0.${number}` }
        const { tokens } = yield* Effect.fromResult(pool.device(options))
        yield* tokens.get
      }
      expect([pool.size(), throttle.size()]).toStrictEqual([50, 50])
      yield* TestClock.adjust(60_000)
      expect([pool.size(), throttle.size()]).toStrictEqual([0, 0])
    }).pipe(Effect.provide(Layer.provide(live, Layer.succeed(Fetch, server.fetch))))
  })
})
