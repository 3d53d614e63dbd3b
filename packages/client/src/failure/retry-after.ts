// 25 days. A longer timer would fire at once.
const longestTimer = 2 ** 31 - 1

/**
 * Milliseconds that a `Retry-After` header asks to wait, whether in seconds or as a date; dates are counted from the
 * response's own `Date` where it has one, since clocks of devices are wrong.
 */
export const retryAfterMillis = (headers: Headers): number | undefined => {
  const value = headers.get("retry-after")?.trim() ?? ""
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, longestTimer)
  // Engines read almost any text as a date; a date of HTTP names its time zone.
  const until = value.endsWith("GMT") ? Date.parse(value) : Number.NaN
  if (Number.isNaN(until)) return undefined
  const sent = Date.parse(headers.get("date") ?? "")
  return Math.min(Math.max(0, until - (Number.isNaN(sent) ? Date.now() : sent)), longestTimer)
}
