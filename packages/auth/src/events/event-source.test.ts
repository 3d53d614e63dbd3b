import { describe, expect, it } from "vitest"
import { makeEventSource } from "./event-source.ts"

describe("makeEventSource", () => {
  it("keeps two subscriptions of one listener apart", () => {
    const { publish, subscribe } = makeEventSource()
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
