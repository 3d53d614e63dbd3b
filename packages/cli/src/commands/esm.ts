import { createWriteStream } from "node:fs"
import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import {
  followReportLink,
  pacificTime,
  retrieveReport,
  retrieveReportCsv,
  retrieveWholeReport,
  type Report,
  type ReportQuery
} from "@tve-pass/management/esm"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { attempt } from "../connection/connect.ts"
import { usageFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { manage, managed, type Management } from "../management/manage.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, root, toggle } from "../root.ts"

const several = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description), Flag.atLeast(0))

const count = (name: string, metavar: string, description: string) =>
  Flag.Int(name).pipe(
    Flag.withMetavar(metavar),
    Flag.withDescription(description),
    Flag.filter(
      (value) => value > 0,
      (value) => `Expected a number above 0, not ${value}`
    ),
    Flag.optional,
    Flag.map(Option.getOrUndefined)
  )

export const esm = Command.make(
  "esm",
  {
    dimensions: Argument.String("dimension").pipe(
      Argument.withDescription("what to group by, in an order that the server has: year month day"),
      Argument.atLeast(0)
    ),
    where: several("where", "NAME=VALUE", "only records with this value; repeat a name for any of several values"),
    not: several("not", "NAME=VALUE", "no records with this value"),
    include: several("include", "NAME", "a further dimension as a column"),
    metrics: optional("metrics", "LIST", "metrics to return, separated by commas; default: all"),
    start: optional("start", "TIME", "Pacific time, such as 2026-11-01 or 2026-11-01T15:00"),
    end: optional("end", "TIME", "Pacific time, exclusive"),
    limit: count("limit", "ROWS", "the most rows to return"),
    whole: toggle("whole", "split by time until nothing is missing; needs --start, --end and --limit"),
    csv: toggle("csv", "CSV as the server writes it"),
    ndjson: toggle("ndjson", "one JSON record a line"),
    out: optional("output", "FILE", "write to this file instead of stdout"),
    watch: count("watch", "SECONDS", "retrieve it again and again, until Ctrl-C"),
    explore: toggle("explore", "choose finer and coarser reports from a list")
  },
  Effect.fnUntraced(function* (flags) {
    const { json } = yield* root
    const query = yield* queryOf(flags)
    if (flags.csv && (json || flags.ndjson || flags.whole || flags.explore)) {
      return yield* usageFailure("--csv cannot be combined with --json, --ndjson, --whole or --explore.")
    }
    if (flags.explore && flags.watch !== undefined) return yield* usageFailure("Pass --explore or --watch, not both.")
    const access = yield* manage
    if (flags.csv) return yield* writeCsv(access, query, flags.out)
    if (flags.explore) return yield* explore(access, query)
    for (;;) {
      const report = yield* managed((flags.whole ? retrieveWholeReport : retrieveReport)(access, query))
      yield* writeReport(report, query, flags)
      if (flags.watch === undefined) return
      yield* Effect.sleep(flags.watch * 1000)
    }
  })
).pipe(
  Command.withDescription(
    "Retrieves a report of Entitlement Service Monitoring. All times are Pacific time. Needs a software statement for this API."
  ),
  Command.withShortDescription("reports of authentication and authorization"),
  Command.withExamples([
    { command: "tve-pass esm year month day --where requestor-id=REF30 --metrics authn-attempts,authn-successful" },
    { command: "tve-pass esm year month day hour --start 2026-11-01 --csv --output report.csv" }
  ])
)

type Flags = {
  readonly dimensions: ReadonlyArray<string>
  readonly where: ReadonlyArray<string>
  readonly not: ReadonlyArray<string>
  readonly include: ReadonlyArray<string>
  readonly metrics: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly limit: number | undefined
}

const queryOf = Effect.fnUntraced(function* (flags: Flags) {
  const { dimensions, include, metrics, start, end, limit } = flags
  const query: ReportQuery = {
    by: dimensions.flatMap((dimension) => dimension.split("/").filter((name) => name !== "")),
    where: yield* filterOf("--where", flags.where),
    not: yield* filterOf("--not", flags.not),
    include,
    ...(metrics !== undefined && { metrics: metrics.split(",").map((name) => name.trim()) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(limit !== undefined && { limit })
  }
  return query
})

const filterOf = Effect.fnUntraced(function* (flag: string, pairs: ReadonlyArray<string>) {
  const filter: Record<string, Array<string>> = {}
  for (const pair of pairs) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? []
    if (name === undefined || value === undefined) {
      return yield* usageFailure(`${flag} takes NAME=VALUE, not "${pair}".`)
    }
    ;(filter[name] ??= []).push(value)
  }
  return filter
})

const writeCsv = Effect.fnUntraced(function* (access: Management, query: ReportQuery, file: string | undefined) {
  const { stdout, directory } = yield* Host
  const output = yield* Output
  const body = yield* managed(retrieveReportCsv(access, query))
  if (file !== undefined) {
    yield* attempt(() => pipeline(body, createWriteStream(resolve(directory, file))))
    return output.say(`Written to ${file}.`)
  }
  yield* attempt(async () => {
    const decoder = new TextDecoder()
    for await (const chunk of body) stdout.write(decoder.decode(chunk, { stream: true }))
  })
})

const writeReport = Effect.fnUntraced(function* (
  report: Report,
  query: ReportQuery,
  { ndjson, out }: { readonly ndjson: boolean; readonly out: string | undefined }
) {
  const { directory } = yield* Host
  const output = yield* Output
  const { records, links, truncated, computedAt } = report
  const document = { records, links, truncated, computedAt: computedAt?.toISOString() }
  const lines = () => records.map((record) => `${JSON.stringify(record)}\n`).join("")
  if (out !== undefined) {
    const text = ndjson ? lines() : `${JSON.stringify(document, null, 2)}\n`
    yield* attempt(() => writeFile(resolve(directory, out), text))
    output.say(`Written to ${out}.`)
  } else if (ndjson) output.data(lines())
  else output.result(document, () => reportTable(report, query, output.columns))
  const range = [query.start, query.end].map((time) => time ?? "").join(" to ")
  output.say(
    `${records.length} records, ${range === " to " ? "" : `${range}, `}Pacific time, computed ${
      computedAt === undefined ? "in real time" : pacificTime(computedAt).replace("T", " ")
    }.`
  )
  if (truncated) output.say("Records may be missing: the report has as many as its limit. --whole splits it.")
})

/**
 * Returns a report as a table, with right-aligned numbers, and with the share of successful attempts if it has both
 * metrics.
 */
const reportTable = ({ records }: Report, { by }: ReportQuery, columns: number | undefined): string => {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const ordered = [...by.filter((name) => names.includes(name)), ...names.filter((name) => !by.includes(name))]
  const ratios = ["authn", "authz"].filter(
    (kind) => names.includes(`${kind}-attempts`) && names.includes(`${kind}-successful`)
  )
  const rows = records.map((record) => [
    ...ordered.map((name) => `${record[name] ?? ""}`),
    ...ratios.map((kind) => percentage(Number(record[`${kind}-successful`]), Number(record[`${kind}-attempts`])))
  ])
  const header = [...ordered, ...ratios.map((kind) => `${kind} ratio`)].map((name) => name.toUpperCase())
  const isNumber = header.map((_, index) => rows.every((row) => /^[\d.]*%?$/.test(row[index] ?? "")))
  const widths = header.map((name, index) => Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const aligned = [header, ...rows].map((row) =>
    row.map((cell, index) => (isNumber[index] === true ? cell.padStart(widths[index] ?? 0) : cell))
  )
  return records.length === 0 ? "" : table(aligned.slice(1), columns, aligned[0] ?? [])
}

const percentage = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : "")

/** Shows a report and the reports that it links to, until the user enters an empty line. */
const explore = Effect.fnUntraced(function* (access: Management, query: ReportQuery) {
  const { stdin, stderr } = yield* Host
  const { json, noInput } = yield* root
  const output = yield* Output
  if (json || noInput || !stdin.isTerminal || !stderr.isTerminal) {
    return yield* usageFailure("--explore asks questions, and this is no terminal.", "Pass the dimensions instead.")
  }
  let report = yield* managed(retrieveReport(access, query))
  for (;;) {
    yield* writeReport(report, query, { ndjson: false, out: undefined })
    const links = [...report.links.rollUp, ...report.links.drillDown]
    output.show(links.map((link, index) => `${index + 1}  ${link}`).join("\n"))
    const reply = (yield* attempt((signal) => stdin.ask("Number of the next report, or Enter to end: ", signal))).trim()
    const link = links[Number(reply) - 1]
    if (link === undefined) return
    report = yield* managed(followReportLink(access, link))
  }
})
