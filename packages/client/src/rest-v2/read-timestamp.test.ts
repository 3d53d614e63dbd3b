import { describe, expect, it } from "vitest"
import { readTimestamp, validityOf } from "./read-timestamp.ts"

describe("readTimestamp", () => {
  it.each(["1733735289035", 1733735289035])("reads %j as milliseconds (C-V2-3)", (value) => {
    expect(readTimestamp(value)).toBe(1733735289035)
  })

  it.each([undefined, null, "", "soon", "1733735289035 ", "-1", "1e3", "0x10", Number.NaN, Infinity, {}, true])(
    "finds none in %j",
    (value) => {
      expect(readTimestamp(value)).toBeUndefined()
    }
  )
})

describe("validityOf", () => {
  it("leaves out an end that did not arrive", () => {
    expect(validityOf({ notBefore: "1", notAfter: null })).toEqual({ notBefore: 1 })
    expect(validityOf({ notAfter: 2 })).toEqual({ notAfter: 2 })
  })
})
