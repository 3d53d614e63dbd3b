import { expect, test } from "vitest"
import { bumpBetween, highest, isAtLeast, releaseFor } from "./bump.ts"

test("the highest of several bumps wins, none of none", () => {
  expect(highest(["patch", "major", "minor"])).toBe("major")
  expect(highest([])).toBe("none")
})

test("a stronger promise keeps a weaker need, not the other way round", () => {
  expect(isAtLeast("major", "minor")).toBe(true)
  expect(isAtLeast("minor", "minor")).toBe(true)
  expect(isAtLeast("patch", "minor")).toBe(false)
})

test("from 1.0.0 on a change needs the release of its weight", () => {
  expect(["major", "minor", "patch", "none"].map((weight) => releaseFor(weight as "major", "1.4.2"))).toEqual([
    "major",
    "minor",
    "patch",
    "none"
  ])
})

test("before 1.0.0 a break needs a minor release and an addition a patch", () => {
  expect(releaseFor("major", "0.4.2")).toBe("minor")
  expect(releaseFor("minor", "0.4.2")).toBe("patch")
  expect(releaseFor("patch", "0.4.2")).toBe("patch")
  expect(releaseFor("none", "0.4.2")).toBe("none")
})

test("a raised version is a promise, a lowered one is not", () => {
  expect(bumpBetween("0.4.2", "1.0.0")).toBe("major")
  expect(bumpBetween("0.4.2", "0.5.0")).toBe("minor")
  expect(bumpBetween("0.4.2", "0.4.3")).toBe("patch")
  expect(bumpBetween("0.4.2", "0.4.2")).toBe("none")
  expect(bumpBetween("0.4.2", "0.3.9")).toBe("none")
  expect(bumpBetween("1.4.2", "0.9.9")).toBe("none")
})

test("a version that is none is refused", () => {
  expect(() => bumpBetween("next", "1.0.0")).toThrow(`Failed to read version "next"`)
})
