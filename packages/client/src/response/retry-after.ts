/** One hour, in milliseconds. A longer wait is a mistake of a clock or a proxy, and would block the device. */
const longestWait = 3_600_000

/**
 * A timestamp of the year 2001, in seconds. A larger number is a timestamp too, because no server asks for a wait of 30
 * years.
 */
const firstTimestamp = 1_000_000_000

// The three date formats of HTTP. `Date.parse` accepts almost any string.
const httpDate = /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? [\w -]+ \d\d:\d\d:\d\d (?:GMT|\d{4})$/

/**
 * Returns the wait of a `Retry-After` header in milliseconds, at most one hour. Returns `undefined` if there is no such
 * header, or if it is neither a whole number of seconds nor an HTTP date.
 *
 * A date is compared with the `Date` header of the response, because clocks of devices are often wrong, or without one
 * with `now` (epoch milliseconds). A number that can only be a timestamp is ignored.
 *
 * Source: RFC 9110, sections 5.6.7 and 10.2.3; docs/protocol/throttling.md, section 4.
 *
 * @example
 * ```ts
 * retryAfterMillis(new Headers({ "Retry-After": "3" })) // => 3000
 * retryAfterMillis(new Headers({ "Retry-After": "1e3" })) // => undefined
 * ```
 */
export const retryAfterMillis = (headers: Headers, now: number = Date.now()): number | undefined => {
  const value = headers.get("retry-after")?.trim() ?? ""
  if (/^\d+$/.test(value)) {
    const seconds = Number(value)
    return seconds < firstTimestamp ? Math.min(seconds * 1000, longestWait) : undefined
  }
  const until = httpDateMillis(value)
  if (until === undefined) return undefined
  const sent = httpDateMillis(headers.get("date") ?? "") ?? now
  return Math.min(Math.max(0, until - sent), longestWait)
}

const httpDateMillis = (value: string): number | undefined => {
  if (!httpDate.test(value)) return undefined
  const millis = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`)
  return Number.isNaN(millis) ? undefined : millis
}
