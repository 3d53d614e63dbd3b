import { describe, expect, it, onTestFinished, vi } from "vitest"
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
    vi.useFakeTimers({ now: Date.parse("Tue, 20 Feb 2024 11:21:00 GMT") })
    onTestFinished(() => void vi.useRealTimers())
    expect(retryAfterMillis(new Headers({ "retry-after": date }))).toBe(53_000)
    vi.setSystemTime(Date.parse(date) + 1)
    expect(retryAfterMillis(new Headers({ "retry-after": date }))).toBe(0)
  })

  it.each(["2147484", "99999999999", "9".repeat(400), "Fri, 01 Jan 2100 00:00:00 GMT"])(
    "%s is no longer than a timer can wait, which would fire at once",
    (value) => {
      expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBe(2_147_483_647)
    }
  )

  it.each(["", "soon", "-1"])("%j says nothing", (value) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBeUndefined()
  })

  it("says nothing when it is absent", () => {
    expect(retryAfterMillis(new Headers())).toBeUndefined()
  })
})
