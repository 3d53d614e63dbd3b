import { describe, expect, it } from "vitest"
import { retryAfterMillis } from "./retry-after.ts"

const date = "Tue, 20 Feb 2024 11:21:53 GMT"

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["2", 2000],
    [" 10 ", 10_000],
    ["1.5", 1500]
  ])("%j is a number of seconds", (value, millis) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value }))).toBe(millis)
  })

  it.each([
    ["Tue, 20 Feb 2024 11:21:56 GMT", 3000],
    ["Tue, 20 Feb 2024 11:21:50 GMT", 0]
  ])("%s counts from the date of the response", (value, millis) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBe(millis)
  })

  it("counts from now without a date of the response", () => {
    expect(retryAfterMillis(new Headers({ "retry-after": "Fri, 01 Jan 2100 00:00:00 GMT" }))).toBeGreaterThan(1e12)
    expect(retryAfterMillis(new Headers({ "retry-after": date }))).toBe(0)
  })

  it.each(["", "soon", "-1"])("%j says nothing", (value) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBeUndefined()
  })

  it("says nothing when it is absent", () => {
    expect(retryAfterMillis(new Headers())).toBeUndefined()
  })
})
