import { AdobePass, Fetch } from "@tve-pass/auth"
import { exampleSoftwareStatement, type SimulatorCore } from "@tve-pass/testing/simulator"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { describe, expect, it } from "vitest"
import { Entitlement, entitlementLayer, type EntitlementLayerOptions } from "../../src/index.ts"
import { cablevision, codeIn, info, simulatedNetwork } from "../support/entitlement-under-test.ts"

const options: EntitlementLayerOptions = {
  serviceProvider: "REF30",
  domainName: "adobe.com",
  redirectUrl: "https://adobe.com/"
}

/** Runs a program with the service, over a simulator on a virtual clock. */
const withEntitlement = async <Success, Failure>(
  program: (entitlement: Entitlement, simulator: SimulatorCore) => Effect.Effect<Success, Failure>,
  layerOptions = options
) => {
  const { clock, simulator, fetch } = simulatedNetwork()
  const live = entitlementLayer(layerOptions).pipe(
    Layer.provide(
      AdobePass.layer({
        origin: simulator.origin,
        softwareStatement: exampleSoftwareStatement,
        device: { identifier: "living-room-television", info },
        throttle: false
      })
    ),
    Layer.provide(Layer.succeed(Fetch, fetch))
  )
  const effect = Effect.flatMap(Entitlement, (entitlement) => program(entitlement, simulator)).pipe(
    Effect.provide(live),
    Effect.provideService(Clock.Clock, clock)
  )
  return { value: await clock.finish(Effect.runPromise(effect)), simulator, clock }
}

describe("the service", () => {
  it("signs in by code as a stream of steps", async () => {
    const { value, simulator } = await withEntitlement((entitlement, simulator) =>
      entitlement.signInWithCode({ mvpd: cablevision }).pipe(
        Stream.tap((step) =>
          Effect.sync(() => {
            if (step.step === "showing-code" && step.polls === 2) simulator.mvpd.signIn(step.code)
          })
        ),
        Stream.runCollect
      )
    )
    expect(value.map(({ step }) => step)).toEqual([
      "requesting-code",
      "showing-code",
      "showing-code",
      "showing-code",
      "ended"
    ])
    expect(value.at(-1)).toMatchObject({ result: { kind: "signed-in" } })
    simulator.journal.expectNoViolations()
  })

  it("stops polling when the stream is interrupted", async () => {
    const { value, simulator, clock } = await withEntitlement((entitlement) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(Stream.runDrain(entitlement.signInWithCode({ mvpd: cablevision })))
        yield* Effect.sleep(12_000)
        yield* Fiber.interrupt(fiber)
        return yield* entitlement.state
      })
    )
    expect(value).toMatchObject({ name: "sign-in-ended", result: { kind: "cancelled" } })
    await clock.advance(60_000)
    expect(simulator.journal.calls("retrieveProfileForCode")).toHaveLength(3)
  })

  it("signs in on this screen, decides and signs out", async () => {
    const { value } = await withEntitlement((entitlement, simulator) =>
      Effect.gen(function* () {
        const started = yield* entitlement.start
        const result = yield* entitlement.signInHere({
          mvpd: cablevision,
          open: (address) =>
            Effect.sync(() => {
              simulator.mvpd.signIn(codeIn(address))
              return "reached" as const
            })
        })
        const decided = yield* Stream.runCollect(entitlement.preauthorized(["news", "sports"]))
        const playback = yield* entitlement.authorize("news")
        const steps = yield* entitlement.signOut({ because: "the viewer asked" })
        return [
          started.kind,
          result.kind,
          decided.map(({ kind }) => kind),
          playback.kind,
          steps.map(({ kind }) => kind)
        ]
      })
    )
    expect(value).toEqual(["signed-out", "signed-in", ["permit", "permit"], "permit", ["open"]])
  })

  it("resumes nothing with an empty stream", async () => {
    const { value } = await withEntitlement((entitlement) => Stream.runCollect(entitlement.resume))
    expect(value).toEqual([])
  })

  it("has the state as a stream that begins with the current one", async () => {
    const { value } = await withEntitlement((entitlement) =>
      Effect.gen(function* () {
        const fiber = yield* entitlement.states.pipe(Stream.take(3), Stream.runCollect, Effect.forkChild)
        yield* Effect.yieldNow
        yield* entitlement.start
        return (yield* Fiber.join(fiber)).map(({ name }) => name)
      })
    )
    expect(value).toEqual(["unknown", "starting", "signed-out"])
  })

  it("fails with InvalidConfiguration before any request", async () => {
    await expect(
      withEntitlement((entitlement) => entitlement.start, { ...options, pollInterval: 1_000 })
    ).rejects.toMatchObject({ code: "invalid-configuration" })
  })
})
