/** One hour. A longer hold is a mistake of a clock or of a proxy, and would block the device permanently. */
const longestWait = 3_600_000

/** From 2001 on: no server means a wait of 30 years, so that a number this large is a timestamp. */
const firstTimestamp = 1_000_000_000

// The three date formats of HTTP; engines read almost any string as a date.
const httpDate = /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? [\w -]+ \d\d:\d\d:\d\d (?:GMT|\d{4})$/

/**
 * Returns how long a `Retry-After` header asks to wait, in milliseconds, at most one hour; `undefined` if there is none
 * or it is neither a whole number of seconds nor an HTTP date.
 *
 * A date counts from the response's own `Date` if there is one, since clocks of devices are wrong, else from `now`
 * (epoch milliseconds). A number that can only be a timestamp is ignored.
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
