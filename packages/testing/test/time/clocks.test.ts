import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { afterEach, describe, expect, it, vi } from "vitest"
import { createManualClock, createSimulator, type Simulator } from "../../src/index.ts"
import { startApplication } from "../support/application.ts"

afterEach(() => {
  vi.useRealTimers()
})

const sixHours = 6 * 60 * 60 * 1_000

/** Whether a token obtained now works before, and no longer after, six hours. */
const tokenOverSixHours = async (simulator: Simulator, pass: () => Promise<unknown> | void) => {
  const application = await startApplication(simulator)
  const before = (await application.configuration()).status
  await pass()
  return [before, (await application.configuration()).status]
}

describe("six hours pass in a microsecond", () => {
  it("on a manual clock", async () => {
    const clock = createManualClock()
    const simulator = createSimulator({ clock })
    expect(await tokenOverSixHours(simulator, () => clock.advance(sixHours))).toEqual([200, 401])
  })

  it("under vitest's fake timers, installed after the simulator was created", async () => {
    const simulator = createSimulator()
    vi.useFakeTimers()
    expect(await tokenOverSixHours(simulator, () => void vi.advanceTimersByTime(sixHours))).toEqual([200, 401])
  })

  it("on Effect's TestClock", async () => {
    const program = Effect.gen(function* () {
      const effectClock = yield* Clock.Clock
      const context = yield* Effect.context<never>()
      const simulator = createSimulator({
        clock: {
          now: () => effectClock.currentTimeMillisUnsafe(),
          sleep: (milliseconds, signal) =>
            Effect.runPromiseWith(context)(Effect.sleep(milliseconds), signal === undefined ? {} : { signal })
        }
      })
      const pass = () => Effect.runPromiseWith(context)(TestClock.adjust(sixHours))
      return yield* Effect.promise(() => tokenOverSixHours(simulator, pass))
    })
    expect(await Effect.runPromise(program.pipe(Effect.provide(TestClock.layer())))).toEqual([200, 401])
  })
})

describe("the machine's clock", () => {
  it("sleeps on the timers of the moment", async () => {
    const simulator = createSimulator({ throttle: false })
    vi.useFakeTimers()
    simulator.faults.next("retrieveProfiles", { delay: 60_000 })
    const call = simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`)
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await call).status).toBe(401)
  })

  it("dates the responses", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) })
    const simulator = createSimulator()
    const response = await simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`)
    expect(response.headers.get("date")).toBe("Fri, 02 Jan 2026 03:04:05 GMT")
  })
})
