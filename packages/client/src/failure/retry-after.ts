/**
 * Milliseconds that a `Retry-After` header asks to wait, whether in seconds or as a date; dates are counted from the
 * response's own `Date` where it has one, since clocks of devices are wrong.
 */
export const retryAfterMillis = (headers: Headers): number | undefined => {
  const value = headers.get("retry-after")?.trim() ?? ""
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!Number.isNaN(seconds)) return seconds * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return undefined
  const sent = Date.parse(headers.get("date") ?? "")
  return Math.max(0, until - (Number.isNaN(sent) ? Date.now() : sent))
}
