import { describe, expect, it } from "vitest"
import { median, noiseFloorOf, quantile } from "../src/statistics/order-statistics.ts"
import { pairedDifferences } from "../src/statistics/paired-differences.ts"

describe("quantiles", () => {
  it("lie between the numbers around them", () => {
    expect(median([4, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10)
  })
})

describe("the noise floor", () => {
  it("is the median of the differences of a thing and itself, if that is far from nothing", () => {
    expect(noiseFloorOf([-8, -8, -8])).toBe(8)
  })

  it("is half the interval of the median otherwise", () => {
    expect(noiseFloorOf([-2, -1, 0, 1, 2])).toBeCloseTo((1.57 * 2) / Math.sqrt(5))
  })
})

describe("paired differences", () => {
  const pairs = [
    { name: "one", thing: "one", baseline: "plain" },
    { name: "two", thing: "two", baseline: "plain" }
  ]
  const cost: { readonly [thing: string]: number } = { plain: 10, one: 11, two: 15, nothing: 10 }

  it("are free of a drift that hits both halves", async () => {
    let drift = 0
    const measure = async (thing: string) => (cost[thing] ?? 0) + (drift += 0.01)
    const { differences, noiseFloor } = await pairedDifferences(pairs, "nothing", measure, 100)
    expect(differences.get("one")).toBeCloseTo(1)
    expect(differences.get("two")).toBeCloseTo(5)
    expect(noiseFloor).toBeLessThan(0.02)
  })

  it("are measured in turn, beginning with another pair and another half each round", async () => {
    const order: Array<string> = []
    const measure = async (thing: string) => order.push(thing)
    await pairedDifferences(pairs, "nothing", measure, 2)
    expect(order.slice(0, 6)).toStrictEqual(["one", "plain", "two", "plain", "nothing", "nothing"])
    expect(order.slice(6)).toStrictEqual(["plain", "two", "nothing", "nothing", "plain", "one"])
  })
})
