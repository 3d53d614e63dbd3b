import { describe, expect, it, onTestFinished, vi } from "vitest"
import { retryAfterMillis } from "./retry-after.ts"

const date = "Tue, 20 Feb 2024 11:21:53 GMT"

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["2", 2000],
    [" 10 ", 10_000],
    ["007", 7000]
  ])("%j is a number of seconds", (value, millis) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value }))).toBe(millis)
  })

  it.each([
    ["Tue, 20 Feb 2024 11:21:56 GMT", 3000],
    ["Tuesday, 20-Feb-24 11:21:56 GMT", 3000],
    ["Tue Feb 20 11:21:56 2024", 3000],
    ["Tue, 20 Feb 2024 11:21:50 GMT", 0]
  ])("%s counts from the date of the response", (value, millis) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBe(millis)
  })

  it("counts from now if the response has no date", () => {
    vi.useFakeTimers({ now: Date.parse("Tue, 20 Feb 2024 11:21:00 GMT") })
    onTestFinished(() => void vi.useRealTimers())
    expect(retryAfterMillis(new Headers({ "retry-after": date }))).toBe(53_000)
    vi.setSystemTime(Date.parse(date) + 1)
    expect(retryAfterMillis(new Headers({ "retry-after": date }))).toBe(0)
  })

  it("counts from the clock of the caller if the response's date is none", () => {
    const headers = new Headers({ "retry-after": date, date: "today" })
    expect(retryAfterMillis(headers, Date.parse(date) - 7000)).toBe(7000)
  })

  it.each(["3601", "31536000", "999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])("%s is one hour at most", (value) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBe(3_600_000)
  })

  it.each([
    "",
    "soon",
    "-1",
    "+5",
    "1.5",
    "1e3",
    "0x10",
    "0b11",
    "1_000",
    "Infinity",
    "NaN",
    "5s",
    "5, 5",
    "1708428113",
    "1708428113000",
    "9".repeat(400),
    "2024-02-20T11:21:56Z",
    "Tue, 20 Feb 2024 11:21:56",
    "Tue, 20 Feb 2024 11:21:56 PST",
    "20 Feb 2024 11:21:56 GMT",
    "Tue, 99 Foo 2024 99:99:99 GMT",
    "Wait 5 GMT"
  ])("%j is ignored", (value) => {
    expect(retryAfterMillis(new Headers({ "retry-after": value, date }))).toBeUndefined()
  })

  it("is undefined without the header", () => {
    expect(retryAfterMillis(new Headers())).toBeUndefined()
  })
})
