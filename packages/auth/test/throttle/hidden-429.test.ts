import { afterEach, describe, expect, it, vi } from "vitest"
import { resolveThrottleLimits } from "../../src/throttle/throttle-limits.ts"
import { runTabs, type Strategy } from "./hidden-429.ts"
import { serverModels } from "./server-models.ts"

const failures = (strategy: Strategy): ReadonlyArray<ReadonlyArray<number>> =>
  [1, 3, 5].map((tabs) => serverModels.map((makeModel) => runTabs(makeModel(), tabs, strategy).failed))

const seconds = (strategy: Strategy, tabs: number): number =>
  Math.max(...serverModels.map((makeModel) => runTabs(makeModel(), tabs, strategy).seconds))

afterEach(() => vi.unstubAllGlobals())

/** Rows are 1, 3 and 5 tabs, columns the server models A, B and C. decisions/throttle-readings.md has the whole table. */
describe("calls that fail while pages cannot read a 429", () => {
  it("a bucket for each tab that takes the burst to come back", () => {
    const strategy: Strategy = { burstReading: "refills", holdsAfterFailure: false, isShared: false }
    expect(failures(strategy)).toEqual([
      [3, 0, 0],
      [37, 28, 28],
      [71, 62, 62]
    ])
  })

  it("the strict reading: none with one tab, in 3.5 seconds more", () => {
    const strategy: Strategy = { burstReading: "once", holdsAfterFailure: false, isShared: false }
    expect(failures(strategy)).toEqual([
      [0, 0, 0],
      [34, 25, 25],
      [68, 59, 59]
    ])
    expect([seconds({ ...strategy, burstReading: "refills" }, 1), seconds(strategy, 1)]).toEqual([12.2, 15.7])
  })

  it("the strict reading with one bucket for all tabs: none", () => {
    const strategy: Strategy = { burstReading: "once", holdsAfterFailure: false, isShared: true }
    expect(failures(strategy).flat()).toEqual(Array(9).fill(0))
  })
})

describe("the default reading", () => {
  it("is the strict one in a browser, and can be chosen", () => {
    expect(resolveThrottleLimits().burstReading).toBe("refills")
    vi.stubGlobal("location", { origin: "https://channel.example" })
    expect(resolveThrottleLimits().burstReading).toBe("once")
    expect(resolveThrottleLimits({ burst: 5 })).toMatchObject({ burstReading: "once", burst: 5 })
    expect(resolveThrottleLimits({ burstReading: "refills" }).burstReading).toBe("refills")
  })
})
