import * as Effect from "effect/Effect"
import { invalidRequest, ManagementError, readBody, send, type ManagementTransport } from "../request/index.ts"
import { fromWallClock, wallClock } from "./pacific-time.ts"
import { reportPath, type ReportQuery } from "./report-query.ts"

/** A link of a report to a coarser or finer one: path and query, usable with {@link followReportLink}. */
export type ReportLink = string & { readonly __reportLink?: never }

/** One record: dimensions are strings, metrics are numbers. */
export type ReportRecord = Readonly<Record<string, string | number>>

/** A report. */
export interface Report {
  readonly records: ReadonlyArray<ReportRecord>
  readonly links: {
    readonly self: ReadonlyArray<ReportLink>
    readonly rollUp: ReadonlyArray<ReportLink>
    readonly drillDown: ReadonlyArray<ReportLink>
  }
  /** Whether there are as many records as the limit allows, so that some may be missing. There is no paging. */
  readonly truncated: boolean
  /** When the server computed the report; `undefined` if it computed the report for this request. */
  readonly computedAt: Date | undefined
}

const mebibyte = 1024 * 1024
const longestReport = 64 * mebibyte

/**
 * Retrieves a report as records.
 *
 * Fails with `InvalidRequest`, `Refused` (404: no report exists for this order of dimensions), `MalformedResponse` or
 * `Unreachable`.
 *
 * Source: docs/protocol/management/esm.md, section "Responses".
 *
 * @example
 * ```ts
 * const report = await Effect.runPromise(retrieveReport(access, { by: ["year"], metrics: ["authn-attempts"] }))
 * console.log(report.records)
 * ```
 */
export const retrieveReport = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  query: ReportQuery
) {
  return yield* retrieve(transport, yield* reportPath(query), query.limit)
})

/**
 * Retrieves the report that a link of another report leads to. Such a link never leads to a 404.
 *
 * Source: docs/protocol/management/esm.md, section "Responses".
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const { links } = yield* retrieveReport(access, { by: [] })
 *   return yield* Effect.forEach(links.drillDown, (link) => followReportLink(access, link))
 * })
 * ```
 */
export const followReportLink = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  link: ReportLink
) {
  if (!/^\/esm\/v3(?:[/?]|$)/.test(link)) {
    return yield* invalidRequest("link", "is not a link of a report", "Pass a member of `links`")
  }
  return yield* retrieve(transport, link, limitOf(link))
})

/**
 * Retrieves a report in CSV, as the server sends it: a header row, then records in the order of the dimensions. The body
 * streams, so a report of any size needs little memory.
 *
 * Source: docs/protocol/management/esm.md, section "Responses".
 *
 * @example
 * ```ts
 * const csv = await Effect.runPromise(retrieveReportCsv(access, { by: ["year", "month"] }))
 * console.log(await new Response(csv).text())
 * ```
 */
export const retrieveReportCsv = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  query: ReportQuery
) {
  const path = yield* reportPath(query, "csv")
  const response = yield* send(transport, {
    operation: "retrieveReport",
    method: "GET",
    path,
    headers: { Accept: "text/csv" }
  })
  if (response.body === null) return yield* malformed("it has no body")
  return response.body
})

/**
 * Retrieves a report in parts: a part that may be truncated is split in the middle of its time range, down to one
 * minute.
 *
 * Needs `start`, `end` and `limit`, and a dimension of time in `by`: the server ignores the range of other reports.
 *
 * Source: docs/protocol/management/esm.md, sections "Time" and "Responses".
 *
 * @example
 * ```ts
 * const query = { by: ["year", "month", "day"], start: "2026-11-01", end: "2026-11-27", limit: 1000 }
 * const { records } = await Effect.runPromise(retrieveWholeReport(access, query))
 * ```
 */
export const retrieveWholeReport = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  query: ReportQuery
) {
  const { by, start, end, limit } = query
  if (!by.includes("minute") && !by.includes("hour") && !by.includes("day")) {
    return yield* invalidRequest("by", "has no day, hour or minute to split by", "Add a dimension of time")
  }
  if (start === undefined || end === undefined || limit === undefined) {
    const missing = start === undefined ? "start" : end === undefined ? "end" : "limit"
    return yield* invalidRequest(missing, "is missing", "Splitting a report needs `start`, `end` and `limit`")
  }
  const shortest = by.includes("minute") ? 60_000 : by.includes("hour") ? 3_600_000 : 86_400_000
  const retrievePart = (from: number, to: number): Effect.Effect<Report, ManagementError> =>
    Effect.gen(function* () {
      const part = yield* retrieveReport(transport, { ...query, start: fromWallClock(from), end: fromWallClock(to) })
      const middle = from + Math.floor((to - from) / 2 / shortest) * shortest
      if (!part.truncated || middle <= from) return part
      const [first, second] = [yield* retrievePart(from, middle), yield* retrievePart(middle, to)]
      return {
        records: [...first.records, ...second.records],
        links: part.links,
        truncated: first.truncated || second.truncated,
        computedAt: part.computedAt
      }
    })
  // `reportPath` has the better message for an invalid time.
  yield* reportPath(query)
  return yield* retrievePart(wallClock(start) ?? 0, wallClock(end) ?? 0)
})

const retrieve = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  path: string,
  limit: number | undefined
): Effect.fn.Return<Report, ManagementError> {
  const response = yield* send(transport, {
    operation: "retrieveReport",
    method: "GET",
    path,
    headers: { Accept: "application/json" }
  })
  const body = yield* readBody("retrieveReport", response, longestReport)
  const hal = yield* Effect.try({
    try: (): unknown => JSON.parse(body),
    catch: () => malformed("it is no JSON")
  })
  const { _links: linksMember, report: reportMember } = isObject(hal) ? hal : {}
  if (!Array.isArray(reportMember)) return yield* malformed("`report` is no array")
  const members = isObject(linksMember) ? linksMember : {}
  const links = {
    self: linksOf(members["self"]),
    rollUp: linksOf(members["roll-up"]),
    drillDown: linksOf(members["drill-down"])
  }
  const most = limit ?? links.self.map(limitOf).find((value) => value !== undefined)
  return {
    records: reportMember.filter(isObject).map(readRecord),
    links,
    truncated: most !== undefined && reportMember.length >= most,
    computedAt: dateOf(response.headers.get("Last-Modified"))
  }
})

const malformed = (problem: string): ManagementError =>
  new ManagementError({ _tag: "MalformedResponse", operation: "retrieveReport", problem })

/** The known metrics and the names of times and counters that samples use are numbers; ids such as `007` are not. */
const isNumeric = (name: string): boolean =>
  /^(?:year|month|day|hour|minute|second|clients|count|media-tokens)$|^(?:authn|authz|clientless|unique|decision)-/.test(
    name
  )

const readRecord = (record: Readonly<Record<string, unknown>>): ReportRecord =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      if (typeof value === "number") return [[name, isNumeric(name) ? value : String(value)]]
      if (typeof value !== "string") return []
      return [[name, isNumeric(name) && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value]]
    })
  )

/** Returns the links of a member, which may be one or several and may omit the name of the service (C-ESM-2). */
const linksOf = (member: unknown): ReadonlyArray<ReportLink> =>
  [member].flat().flatMap((link) => {
    const href = isObject(link) ? link["href"] : undefined
    if (typeof href !== "string") return []
    const path = href.replace(/^https?:\/\/[^/]+/, "")
    return [path.startsWith("/v3/") || path === "/v3" ? `/esm${path}` : path]
  })

const limitOf = (link: ReportLink): number | undefined => {
  const limit = new URLSearchParams(link.split("?")[1] ?? "").get("limit")
  return limit !== null && /^\d+$/.test(limit) ? Number(limit) : undefined
}

const dateOf = (header: string | null): Date | undefined => {
  const date = new Date(header ?? "")
  return Number.isNaN(date.getTime()) ? undefined : date
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
