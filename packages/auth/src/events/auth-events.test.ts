import { describe, expect, it } from "vitest"
import { makeAuthEvents } from "./auth-events.ts"

describe("makeAuthEvents", () => {
  it("keeps two subscriptions of one listener apart", () => {
    const { publish, subscribe } = makeAuthEvents()
    let calls = 0
    const listener = () => void (calls += 1)
    const stop = subscribe(listener)
    subscribe(listener)
    publish({ type: "request-replayed" })
    stop()
    stop()
    publish({ type: "request-replayed" })
    expect(calls).toBe(3)
  })
})
