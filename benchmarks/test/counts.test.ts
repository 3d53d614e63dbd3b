import { expect, it } from "vitest"
import { measureRetry, measureThrottledCalls } from "../src/behaviour/throttle.ts"
import { countFirstCallers, countLostCallers, countRevokedToken, countTokenCalls } from "../src/behaviour/tokens.ts"
import { tvePass } from "../src/contestants/tve-pass.ts"
import { withPassingTime } from "./passing-time.ts"

it("registers once and sends one token call for 100 simultaneous first calls", async () => {
  await expect(countFirstCallers(tvePass)).resolves.toStrictEqual({ register: 1, token: 1 })
})

it("sends one token call for 20 calls, with tokens of a minute", async () => {
  await expect(countTokenCalls(tvePass)).resolves.toBe(1)
})

it("sends one token call and 20 replays after 20 simultaneous 401s", async () => {
  await expect(countRevokedToken(tvePass)).resolves.toStrictEqual({ succeeded: 20, token: 1, replayed: 20 })
})

it("loses no other call if the first of 100 callers aborts", async () => {
  await expect(countLostCallers(tvePass)).resolves.toStrictEqual({ lost: 0, token: 1 })
})

it("retries between 1,000 and 1,050 ms after a 429", async () => {
  const delay = await withPassingTime(() => measureRetry(tvePass))
  expect(delay).toBeGreaterThanOrEqual(1_000)
  // The longest jitter is 50 ms, and no time passes but that of timers.
  expect(delay).toBeLessThanOrEqual(1_050)
})

it("finishes 60 calls in the documented bucket without a 429", async () => {
  const { failed, refused } = await withPassingTime(() => measureThrottledCalls(tvePass, 60))
  expect({ failed, refused }).toStrictEqual({ failed: 0, refused: 0 })
})
