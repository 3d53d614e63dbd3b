import { json, type SimulatedResponse, text } from "../responses/simulated-response.ts"
import type { ActivityRow } from "../state/activity.ts"
import type { SimulatorState } from "../state/state.ts"
import type { ManagementCall } from "./management-call.ts"

const timeDimensions = ["year", "month", "day", "hour", "minute"] as const
const metrics = [
  "authn-attempts",
  "authn-successful",
  "authz-attempts",
  "authz-successful",
  "authz-failed",
  "media-tokens"
] as const
const formats = ["json", "csv"]
const defaultLimit = 1000

/** One record: dimensions and metrics, every value a string, as in the samples. */
type ReportRecord = Record<string, string>

/**
 * `GET /esm/v3/{dimensions}` (docs/protocol/management/esm.md): counts what this simulator saw. It knows the dimensions of
 * time, in their order, then `mvpd` and `requestor-id` in either order; another path is a 404 (C-ESM-1).
 */
export const retrieveReport = ({ request, url }: ManagementCall, state: SimulatorState): SimulatedResponse => {
  const [, path = "", extension] = /^\/esm\/v3(?:\/(.*?))?(?:\.(\w+))?$/.exec(url.pathname) ?? []
  const by = path === "" ? [] : path.split("/")
  if (!isAggregated(by)) return text(404, "no such report")
  const accepted = request.headers.get("accept")?.includes("text/csv") === true ? "csv" : "json"
  const format = extension ?? url.searchParams.get("format") ?? accepted
  if (!formats.includes(format)) return text(406, "not acceptable")

  const query = readQuery(url.searchParams, state)
  if (typeof query === "string") return text(400, query)
  const records = aggregate(
    state.activity.rows().filter((row) => matches(row, by, query)),
    [...by, ...query.include],
    query.metrics
  ).slice(0, query.limit)
  if (format === "csv") return text(200, toCsv([...by, ...query.include, ...query.metrics], records), "text/csv")
  const search =
    url.search === ""
      ? `?limit=${query.limit}`
      : `${url.search}${url.searchParams.has("limit") ? "" : `&limit=${query.limit}`}`
  const links = {
    self: { href: `${url.pathname}${search}` },
    ...(by.length === 0 ? {} : { "roll-up": { href: hrefOf(by.slice(0, -1)) } }),
    "drill-down": nextDimensions(by).map((next) => ({ href: hrefOf([...by, next]) }))
  }
  return json(200, { _links: links, report: records })
}

const hrefOf = (by: ReadonlyArray<string>): string => ["/esm/v3", ...by].join("/")

const isAggregated = (by: ReadonlyArray<string>): boolean =>
  by.every((name, index) => nextDimensions(by.slice(0, index)).includes(name))

const nextDimensions = (by: ReadonlyArray<string>): ReadonlyArray<string> => {
  const last = by.at(-1)
  const depth = by.filter((name) => (timeDimensions as ReadonlyArray<string>).includes(name)).length
  const nextTime = last === undefined || last === timeDimensions[depth - 1] ? timeDimensions[depth] : undefined
  const others = ["mvpd", "requestor-id"].filter((name) => !by.includes(name))
  return nextTime === undefined ? others : [nextTime, ...others]
}

interface Query {
  readonly metrics: ReadonlyArray<string>
  readonly include: ReadonlyArray<string>
  readonly filters: ReadonlyArray<{ readonly name: string; readonly isNegated: boolean; readonly value: string }>
  readonly start: number
  readonly end: number
  readonly limit: number
}

const reserved = new Set(["metrics", "start", "end", "limit", "format", "access_token"])

/** The query, or why it is a 400. */
const readQuery = (parameters: URLSearchParams, _state: SimulatorState): Query | string => {
  const selected = parameters.get("metrics")?.split(",") ?? metrics
  const start = readTime(parameters.get("start"), Number.NEGATIVE_INFINITY)
  const end = readTime(parameters.get("end"), Number.POSITIVE_INFINITY)
  if (Number.isNaN(start)) return "invalid start date"
  if (Number.isNaN(end)) return "invalid end date"
  const limit = Number(parameters.get("limit") ?? defaultLimit)
  if (!Number.isInteger(limit) || limit < 1) return "invalid limit"
  const filters = []
  const include = []
  for (const [parameter, value] of parameters) {
    if (reserved.has(parameter)) continue
    const isNegated = parameter.endsWith("!")
    const name = isNegated ? parameter.slice(0, -1) : parameter
    if (name !== "mvpd" && name !== "requestor-id") return `unknown dimension ${name.slice(0, 40)}`
    if (value === "" && !isNegated) include.push(name)
    else filters.push({ name, isNegated, value })
  }
  return { metrics: selected, include, filters, start, end, limit }
}

const readTime = (value: string | null, absent: number): number => {
  if (value === null) return absent
  const [match, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?)?$/.exec(value) ?? []
  return match === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

const matches = (row: ActivityRow, by: ReadonlyArray<string>, { filters, start, end }: Query): boolean => {
  // The range is ignored for reports without a dimension of time.
  const wallClock = Date.parse(`${pacificTime(row.minute)}Z`)
  if (by.includes("year") && (wallClock < start || wallClock >= end)) return false
  return ["mvpd", "requestor-id"].every((name) => {
    const value = valueOf(row, name)
    const ofName = filters.filter((filter) => filter.name === name)
    const wanted = ofName.filter(({ isNegated }) => !isNegated)
    const unwanted = ofName.filter(({ isNegated }) => isNegated)
    return (
      (wanted.length === 0 || wanted.some((filter) => filter.value === value)) &&
      unwanted.every((filter) => filter.value !== value)
    )
  })
}

const aggregate = (
  rows: ReadonlyArray<ActivityRow>,
  dimensions: ReadonlyArray<string>,
  selected: ReadonlyArray<string>
): ReadonlyArray<ReportRecord> => {
  const groups = new Map<string, { readonly values: ReportRecord; readonly counts: Map<string, number> }>()
  for (const row of rows) {
    const values = Object.fromEntries(dimensions.map((name) => [name, valueOf(row, name)]))
    const key = JSON.stringify(Object.values(values))
    const group = groups.get(key) ?? { values, counts: new Map() }
    for (const metric of metrics) group.counts.set(metric, (group.counts.get(metric) ?? 0) + (row.counts[metric] ?? 0))
    groups.set(key, group)
  }
  // The root is one record, also over nothing.
  if (groups.size === 0 && dimensions.length === 0) groups.set("", { values: {}, counts: new Map() })
  return [...groups.values()].map(({ values, counts }) => ({
    ...values,
    ...Object.fromEntries(selected.map((metric) => [metric, `${counts.get(metric) ?? 0}`]))
  }))
}

const valueOf = (row: ActivityRow, dimension: string): string => {
  if (dimension === "mvpd") return row.mvpd
  if (dimension === "requestor-id") return row.serviceProvider
  const [year, month, day, hour, minute] = pacificTime(row.minute).split(/[-T:]/)
  return { year, month, day, hour, minute }[dimension]?.replace(/^0(?=\d)/, "") ?? ""
}

const pacific = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/Los_Angeles",
  dateStyle: "short",
  timeStyle: "medium"
})

/** Pacific wall-clock time: `2026-11-27T00:15:00`. */
const pacificTime = (time: number): string => pacific.format(time).replace(" ", "T")

const toCsv = (columns: ReadonlyArray<string>, records: ReadonlyArray<ReportRecord>): string =>
  [columns, ...records.map((record) => columns.map((column) => record[column] ?? ""))]
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","))
    .join("\n")
    .concat("\n")
