import { createManualClock, createSimulator } from "@tve-pass/testing"
import { expect, it } from "vitest"

it("throttles for a second, not longer", async () => {
  const clock = createManualClock()
  const { origin, fetch } = createSimulator({ clock, throttle: { perSecond: 1, burst: 0 } })
  const call = async () => (await fetch(`${origin}/o/client/token`, { method: "POST" })).status

  expect([await call(), await call()]).toEqual([400, 429])
  clock.advance(1_000)
  expect(await call()).toBe(400)
})
