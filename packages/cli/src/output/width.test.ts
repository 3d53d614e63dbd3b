import { describe, expect, it } from "vitest"
import { padded, printable, truncated, widthOf, wrapped } from "./width.ts"

describe("widthOf", () => {
  it.each([
    ["abc", 3],
    ["\u001B[1mabc\u001B[0m", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["漢字", 4],
    ["📺", 2]
  ])("counts %j as %i columns", (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })
})

describe("truncated", () => {
  it.each([
    ["abcdef", 6, "abcdef"],
    ["abcdef", 5, "abcd…"],
    ["漢字漢字", 5, "漢字…"],
    ["漢字漢字", 6, "漢字…"]
  ])("cuts %j to %i columns: %s", (text, columns, expected) => {
    expect(truncated(text, columns)).toBe(expected)
    expect(padded(expected, 8)).toHaveLength(expected.length + 8 - widthOf(expected))
  })
})

describe("wrapped", () => {
  it.each([
    ["one two three", 7, ["one two", "three"]],
    ["  one two three", 9, ["  one two", "  three"]],
    ["one\ntwo", 80, ["one", "two"]],
    ["unbreakable", 4, ["unbreakable"]],
    ["", 4, [""]]
  ])("breaks %j at %i columns", (text, columns, lines) => {
    expect(wrapped(text, columns)).toEqual(lines)
  })
})

describe("printable", () => {
  it("keeps a server from commanding the terminal", () => {
    expect(printable("a\u001B[2Jb\rc\u202Ed")).toBe("a\uFFFD[2Jb c\uFFFDd")
  })
})
