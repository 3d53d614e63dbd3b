import { describe, expect, it } from "vitest"
import { differencesOf, measureInTurn, medianOf, noiseOf } from "../src/statistics.ts"

describe("the noise", () => {
  it("is the median difference of a thing with itself, if that is large", () => {
    expect(noiseOf([-8, -8, -8])).toBe(8)
  })

  it("is half of the interval of the median otherwise", () => {
    expect(noiseOf([-2, -1, 0, 1, 2])).toBeCloseTo((1.57 * 2) / Math.sqrt(5))
  })
})

describe("measuring in turn", () => {
  it("yields differences that a drift of the machine does not change", async () => {
    let drift = 0
    const costing = (cost: number) => () => cost + (drift += 0.01)
    const { plain, one } = await measureInTurn({ plain: costing(10), one: costing(11) }, 100)
    expect(medianOf(differencesOf(one, plain))).toBeCloseTo(1)
  })

  it("reverses every second round, and then starts with another measure", async () => {
    const order: Array<string> = []
    const measure = (name: string) => () => order.push(name)
    await measureInTurn({ a: measure("a"), b: measure("b"), c: measure("c") }, 3)
    expect(order.join("")).toBe("abccbabca")
  })
})
