import { expect, it } from "vitest"
import { countLostJoiners } from "../src/behaviour/aborted-first-caller.ts"
import { countFirstCallers } from "../src/behaviour/first-callers.ts"
import { measureRetry } from "../src/behaviour/retry-after-429.ts"
import { countRevokedToken } from "../src/behaviour/revoked-token.ts"
import { countTokenCalls } from "../src/behaviour/short-lifetime.ts"
import { measureThrottledCalls } from "../src/behaviour/throttled-calls.ts"
import { tvePass } from "../src/contestants/tve-pass.ts"
import { withPassingTime } from "./passing-time.ts"

it("registers once and asks for one token for 100 first callers", async () => {
  await expect(countFirstCallers(tvePass)).resolves.toStrictEqual({ register: 1, token: 1 })
})

it("asks for one token for 20 calls in a row, with tokens that last a minute", async () => {
  await expect(countTokenCalls(tvePass)).resolves.toBe(1)
})

it("answers 20 concurrent 401s with one token call and 20 replays", async () => {
  await expect(countRevokedToken(tvePass)).resolves.toStrictEqual({ succeeded: 20, token: 1, replayed: 20 })
})

it("loses nobody when the first of 100 callers aborts", async () => {
  await expect(countLostJoiners(tvePass)).resolves.toStrictEqual({ lost: 0, token: 1 })
})

it("sends again between a second and a second and a quarter after a 429", async () => {
  const delay = await withPassingTime(() => measureRetry(tvePass))
  expect(delay).toBeGreaterThanOrEqual(1000)
  expect(delay).toBeLessThanOrEqual(1250)
})

it("brings 60 calls through the documented bucket without a 429", async () => {
  const { failed, refused } = await withPassingTime(() => measureThrottledCalls(tvePass, 60))
  expect({ failed, refused }).toStrictEqual({ failed: 0, refused: 0 })
})
