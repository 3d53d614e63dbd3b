import { describe, expect, it } from "vitest"
import { match } from "./match.ts"

type Colour = "red" | "green" | (string & Record<never, never>)

const named = (colour: Colour): string =>
  match(colour, { red: () => "stop", green: (value) => `go on ${value}` }, (value) => `unknown ${value}`)

describe("match", () => {
  it("takes the case of a known value", () => {
    expect([named("red"), named("green")]).toEqual(["stop", "go on green"])
  })

  it("takes the last case for an unknown value", () => {
    expect(named("blue")).toBe("unknown blue")
  })

  it.each(["constructor", "toString", "hasOwnProperty", "__proto__", ""])("takes the last case for %j", (value) => {
    expect(named(value)).toBe(`unknown ${value}`)
  })
})
