import type { components } from "../generated/esm/types.ts"
import { invalidRequest, type ManagementError } from "../request/index.ts"
import * as Effect from "effect/Effect"
import { isPacificTime, wallClock, type PacificTime } from "./pacific-time.ts"

/**
 * A dimension by which a report is grouped or filtered. Unlisted names are accepted, because accounts differ (C-ESM-1).
 */
export type Dimension = components["schemas"]["Dimension"]

/** A counter of a report. Unlisted names are accepted (C-ESM-7). */
export type Metric = components["schemas"]["Metric"]

/** Values by dimension; several values mean any of them. */
export type DimensionFilter = Readonly<{ [Name in Dimension]?: string | ReadonlyArray<string> }>

/** The query of a report. */
export interface ReportQuery {
  /** Dimensions to group by, in an order that the server has aggregated. Empty for one record over everything. */
  readonly by: ReadonlyArray<Dimension>
  /** Keeps records with these values. */
  readonly where?: DimensionFilter
  /** Drops records with these values. */
  readonly not?: DimensionFilter
  /** The metrics to return. Default: all that the report has. */
  readonly metrics?: ReadonlyArray<Metric>
  /** Further dimensions to return as columns. */
  readonly include?: ReadonlyArray<Dimension>
  /** Pacific wall-clock time. Default: chosen by the server, by granularity. */
  readonly start?: PacificTime
  /** Pacific wall-clock time, exclusive. Default: the server's current time. */
  readonly end?: PacificTime
  /** The most records to return. Default: the server's limit, which the link `self` of the response contains. */
  readonly limit?: number
}

/** The format of a report. */
export type ReportFormat = "json" | "csv"

const timeDimensions: ReadonlySet<string> = new Set(["year", "month", "day", "hour", "minute", "second"])

/**
 * Returns the path and query of a report. The `!` of a negated filter and the slashes of the path are not encoded.
 *
 * Fails with `InvalidRequest` for an invalid name of a dimension, a filter on time, a time with a zone, or an empty
 * range.
 *
 * Source: docs/protocol/management/esm.md, section "URL model".
 *
 * @example
 * ```ts
 * import { reportPath } from "@tve-pass/management/esm"
 * import * as Effect from "effect/Effect"
 *
 * const path = reportPath({ by: ["year", "month"], not: { mvpd: "A&B" }, metrics: ["authn-attempts"] })
 * console.log(Effect.runSync(path)) // /esm/v3/year/month?mvpd!=A%26B&metrics=authn-attempts
 * ```
 */
export const reportPath = (query: ReportQuery, format?: ReportFormat): Effect.Effect<string, ManagementError> =>
  Effect.gen(function* () {
    const { by, where = {}, not = {}, metrics = [], include = [], start, end, limit } = query
    for (const name of by) yield* checkName("by", name)
    const repeated = by.find((name, index) => by.indexOf(name) !== index)
    if (repeated !== undefined) {
      return yield* invalidRequest("by", `names ${repeated} twice`, "Name each dimension once")
    }
    const parameters: Array<string> = []
    for (const [parameter, filters, suffix] of [
      ["where", where, ""],
      ["not", not, "!"]
    ] as const) {
      for (const [name, value] of Object.entries(filters)) {
        if (value === undefined) {
          return yield* invalidRequest(`${parameter}.${name}`, "is undefined", "Leave out the filter, or pass a value")
        }
        yield* checkName(parameter, name)
        if (timeDimensions.has(name)) {
          return yield* invalidRequest(`${parameter}.${name}`, "filters by time", "Pass `start` and `end`")
        }
        const values = typeof value === "string" ? [value] : value
        if (values.length === 0 || values.some((one) => typeof one !== "string" || one === "")) {
          return yield* invalidRequest(`${parameter}.${name}`, "is empty", "Pass at least one value that is not empty")
        }
        for (const one of values) parameters.push(`${name}${suffix}=${encodeURIComponent(one)}`)
      }
    }
    for (const name of include) {
      yield* checkName("include", name)
      parameters.push(name)
    }
    for (const name of metrics) yield* checkName("metrics", name)
    if (metrics.length > 0) parameters.push(`metrics=${metrics.join(",")}`)
    yield* checkRange(start, end)
    if (start !== undefined) parameters.push(`start=${encodeURIComponent(start)}`)
    if (end !== undefined) parameters.push(`end=${encodeURIComponent(end)}`)
    if (limit !== undefined) {
      if (!Number.isSafeInteger(limit) || limit < 1) {
        return yield* invalidRequest("limit", "is not a whole number above 0", "Pass the most records to return")
      }
      parameters.push(`limit=${limit}`)
    }
    if (format !== undefined) parameters.push(`format=${format}`)
    const path = `/esm/v3${by.map((name) => `/${name}`).join("")}`
    return parameters.length === 0 ? path : `${path}?${parameters.join("&")}`
  })

const checkName = (parameter: string, name: string): Effect.Effect<void, ManagementError> =>
  typeof name === "string" && /^[a-z][a-z0-9-]*$/.test(name)
    ? Effect.void
    : invalidRequest(
        parameter,
        "contains an invalid name of a dimension or metric",
        "Pass names such as `requestor-id`"
      )

const checkRange = /* @__PURE__ */ Effect.fnUntraced(function* (
  start: PacificTime | undefined,
  end: PacificTime | undefined
) {
  for (const [parameter, value] of Object.entries({ start, end })) {
    if (value !== undefined && !isPacificTime(value)) {
      return yield* invalidRequest(
        parameter,
        "is not a time",
        "Pass Pacific wall-clock time without a zone, such as 2026-11-01T00:00:00, or use `pacificTime(date)`"
      )
    }
  }
  if (start === undefined || end === undefined) return
  if ((wallClock(end) ?? 0) <= (wallClock(start) ?? 0)) {
    return yield* invalidRequest("end", "is not after `start`", "Pass a later time")
  }
})
