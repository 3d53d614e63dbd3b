import { describe, expect, it } from "vitest"
import { createThrottle } from "./throttle.ts"

/** docs/protocol/throttling.md section 5: seconds since the first request, and what paid for it. */
const workedExample = [
  [0.0, "limit"],
  [0.3, "burst"],
  [0.6, "burst"],
  [0.9, "burst"],
  [1.2, "limit"],
  [1.3, "burst"],
  [1.4, "burst"],
  [1.5, "burst"],
  [1.6, "burst"],
  [1.7, "burst"],
  [1.8, "burst"],
  [2.1, "limit"],
  [2.2, "burst"],
  [2.4, undefined],
  [2.6, undefined],
  [2.8, undefined],
  [3.1, "limit"]
] as const

const start = 1_700_000_000_123

const at = (seconds: number) => start + Math.round(seconds * 1_000)

describe("the worked example of the throttling page", () => {
  it("comes out row by row in model A, with what paid for each request", () => {
    const throttle = createThrottle({ model: "A" })
    expect(workedExample.map(([seconds]) => [seconds, throttle.admit("device", at(seconds))])).toEqual(workedExample)
  })

  it.each(["B", "C"] as const)("comes out row by row in model %s", (model) => {
    const throttle = createThrottle({ model })
    expect(workedExample.map(([seconds]) => throttle.admit("device", at(seconds)) !== undefined)).toEqual(
      workedExample.map(([, paidBy]) => paidBy !== undefined)
    )
  })
})

const exhausted = (model: "A" | "B" | "C") => {
  const throttle = createThrottle({ model })
  for (let request = 0; request < 11; request += 1) throttle.admit("device", at(0))
  return throttle
}

const admittedAt = (throttle: ReturnType<typeof exhausted>, seconds: number) =>
  Array.from({ length: 12 }, () => throttle.admit("device", at(seconds))).filter((paidBy) => paidBy !== undefined)

describe("the burst", () => {
  it("is granted once in model A", () => {
    expect(admittedAt(exhausted("A"), 3_600)).toEqual(["limit"])
  })

  it.each(["B", "C"] as const)("comes back in model %s while the device is quiet", (model) => {
    expect(admittedAt(exhausted(model), 10.999)).toHaveLength(10)
    expect(admittedAt(exhausted(model), 11)).toHaveLength(11)
  })
})

describe("a throttle", () => {
  it("counts each device apart", () => {
    const throttle = createThrottle({ burst: 0 })
    expect([throttle.admit("first", start), throttle.admit("first", start), throttle.admit("second", start)]).toEqual([
      "limit",
      undefined,
      "limit"
    ])
  })

  it("forgets an idle device behind one that is not", () => {
    const throttle = createThrottle({})
    throttle.admit("busy", at(0))
    throttle.admit("idle", at(1))
    throttle.admit("busy", at(50_000))
    throttle.admit("busy", at(86_401))
    expect(throttle.devices).toBe(1)
  })

  it.each([
    ["A", 86_400],
    ["B", 11],
    ["C", 11]
  ] as const)("forgets a device that has been idle: model %s after %d s", (model, seconds) => {
    const throttle = createThrottle({ model })
    for (let request = 0; request < 11; request += 1) throttle.admit("idle", at(0))
    throttle.admit("other", at(seconds - 1))
    expect(throttle.devices).toBe(2)
    throttle.admit("other", at(seconds))
    expect(throttle.devices).toBe(1)
  })
})
