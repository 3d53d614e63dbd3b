/**
 * Wall-clock time in `America/Los_Angeles`, without a zone: `2026-11-01T00:00:00`, or a prefix of it such as `2026-11`.
 *
 * Source: docs/protocol/management/esm.md, section "Time".
 */
export type PacificTime = string

const pattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?)?$/

const pacific = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Los_Angeles",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit"
})

/**
 * Converts a point in time to the wall clock of `America/Los_Angeles`, daylight saving time included.
 *
 * @example
 * ```ts
 * import { pacificTime } from "@tve-pass/management/esm"
 *
 * console.log(pacificTime(new Date("2026-11-27T08:00:00Z"))) // 2026-11-27T00:00:00
 * ```
 */
export const pacificTime = (date: Date): PacificTime => {
  const part = Object.fromEntries(pacific.formatToParts(date).map(({ type, value }) => [type, value]))
  return `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}`
}

/** Returns whether a string is a {@link PacificTime} of an existing day. */
export const isPacificTime = (value: string): boolean => wallClock(value) !== undefined

/**
 * Returns milliseconds on a clock without a time zone, for comparisons and splits, or `undefined` for an invalid time.
 */
export const wallClock = (value: string): number | undefined => {
  const [match, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] = pattern.exec(value) ?? []
  if (match === undefined) return undefined
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // `Date.parse` accepts 31 February in some engines and moves it to March.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day) ? time : undefined
}

/** Inverts {@link wallClock}, to the second. */
export const fromWallClock = (time: number): PacificTime => new Date(time).toISOString().slice(0, 19)
