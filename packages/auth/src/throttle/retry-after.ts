/** Longer holds are a mistake of a clock or of a proxy; the device would be blocked for good. */
const longestHold = 3_600_000

/**
 * The wait that a 429 asks for, in milliseconds; zero where it asks for none, as the documented one
 * (docs/protocol/throttling.md, section 4).
 */
export const retryAfterMillis = ({ headers }: Response, now: number): number => {
  const value = headers.get("Retry-After")
  if (value === null) return 0
  const seconds = Number(value)
  // A date counts from the server's own clock where the response tells it.
  const millis = Number.isNaN(seconds)
    ? Date.parse(value) - (Date.parse(headers.get("Date") ?? "") || now)
    : seconds * 1000
  return millis > 0 ? Math.min(millis, longestHold) : 0
}
