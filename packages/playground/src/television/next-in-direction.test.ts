import { describe, expect, it } from "vitest"
import { nextInDirection } from "./next-in-direction.ts"

const control = (name: string, left: number, top: number) => ({ name, rectangle: { left, top, width: 10, height: 10 } })

/** Two rows: a b c, and d below b. */
const [a, b, c, d] = [control("a", 0, 0), control("b", 20, 0), control("c", 40, 0), control("d", 22, 30)] as const
const all = [a, b, c, d]

describe("nextInDirection", () => {
  it.each([
    ["ArrowRight", a, "b"],
    ["ArrowLeft", c, "b"],
    ["ArrowDown", b, "d"],
    ["ArrowUp", d, "b"],
    ["ArrowDown", c, "d"],
    ["ArrowDown", a, "d"]
  ] as const)("%s leads from %o to %s", (key, from, expected) => {
    expect(nextInDirection(from, all, key)?.name).toBe(expected)
  })

  it.each([
    ["ArrowLeft", a],
    ["ArrowUp", b],
    ["Enter", b],
    ["Escape", b]
  ] as const)("%s leads nowhere from %o", (key, from) => {
    expect(nextInDirection(from, all, key)).toBeUndefined()
  })

  it("stays in a row whose neighbour is wider than what lies below", () => {
    const wide = { name: "wide", rectangle: { left: 0, top: 0, width: 100, height: 10 } }
    const right = { name: "right", rectangle: { left: 110, top: 0, width: 200, height: 10 } }
    const below = { name: "below", rectangle: { left: 0, top: 15, width: 120, height: 10 } }
    expect(nextInDirection(wide, [wide, right, below], "ArrowRight")).toBe(right)
    expect(nextInDirection(wide, [wide, right, below], "ArrowDown")).toBe(below)
  })

  it("prefers what lies straight ahead to what is nearer at the side", () => {
    const straight = control("straight", 60, 0)
    const aside = control("aside", 15, 25)
    expect(nextInDirection(a, [a, straight, aside], "ArrowRight")?.name).toBe("straight")
  })
})
