import type { DeviceSteps } from "@tve-pass/entitlement/steps"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Output } from "../output/output.ts"
import { waitForSignIn } from "./wait-for-sign-in.ts"

// Boundary: waiting writes nothing else.
const output = { screen: undefined, say: () => {}, event: () => {}, status: () => {} } as unknown as Output

/** Lets everything happen that needs no time. */
const settle = Effect.promise(async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
})

it.each([
  ["has named no end", undefined],
  ["has named an end that is past by the clock of this device", Date.now() - 3_600_000]
])("asks once in an interval where the server %s", async (_name, endsAt) => {
  let polls = 0
  const pollOnce: DeviceSteps["pollOnce"] = async () => {
    polls += 1
    return polls < 100 ? { kind: "waiting", retryAfter: 5_000 } : { kind: "ended", why: "expired" }
  }
  const waiting = { code: "8ER640M", url: "https://sp.auth.adobe.com/", endsAt, missing: [] }
  const program = Effect.gen(function* () {
    // Boundary: waiting needs no other step.
    const fiber = yield* Effect.forkChild(waitForSignIn({ pollOnce } as DeviceSteps, waiting, 5))
    yield* settle
    expect(polls).toBe(1)
    yield* TestClock.adjust(4_999)
    yield* settle
    expect(polls).toBe(1)
    yield* TestClock.adjust(1)
    yield* settle
    expect(polls).toBe(2)
    yield* Fiber.interrupt(fiber)
  })
  await Effect.runPromise(
    program.pipe(Effect.provideService(Output, output), Effect.provide(TestClock.layer()), Effect.scoped)
  )
})
