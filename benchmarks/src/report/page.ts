import { formatNumber, renderReport } from "./render-report.ts"
import type { Report } from "./report.ts"
import { isMeasured, type Row } from "./row.ts"

/** The pages that show results, and how each is updated. */
export const pages: { readonly [path: string]: (page: string, report: Report) => string } = {
  "docs/benchmarks.md": (page, report) => replaceBetween(page, "benchmarks", renderReport(report)),
  "docs/many-servers.md": (page, report) => replaceBetween(page, "benchmark-capacity", capacityOf(report)),
  "README.md": (page, report) => replaceBetween(page, "benchmark-summary", summaryOf(report))
}

/** Replaces the text between `<!-- name -->` and `<!-- /name -->`. Throws if a marker is missing. */
const replaceBetween = (page: string, name: string, content: string): string => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest, ...more] = page.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The page needs ${start} and ${end}, each on a separate line`)
  }
  return `${before}${start}\n\n${content}\n\n${end}${after}`
}

const rowOf = ({ rows }: Report, id: string): Row => {
  const row = rows.find((row) => row.id === id)
  if (row === undefined) throw new Error(`The results have no row ${id}`)
  return row
}

const valueOf = (report: Report, id: string): number => {
  const cell = rowOf(report, id).cells["tve-pass"]
  if (!isMeasured(cell)) throw new Error(`The results have no number for ${id}`)
  return cell.value
}

const summaryOf = (report: Report): string => {
  const value = (id: string): string => formatNumber(valueOf(report, id))
  const peers = report.columns.filter(({ kind }) => kind !== undefined).length
  const succeeded = value("revoked-token-succeeded")
  const refused = value("throttled-calls-refused")
  const bytes = formatNumber(Math.round(valueOf(report, "memory-active-device") * 1000))
  const { noise = 0 } = rowOf(report, "warm-call-time")
  // A difference that the noise hides is no result.
  const isClear = valueOf(report, "warm-call-time") > 2 * noise
  const added = `* A call with a valid token takes ${value("warm-call-time")} µs (± ${formatNumber(noise)}) longer than plain \`fetch\`.`
  return [
    `Measured against ${peers} other libraries ([method and all results](docs/benchmarks.md)):`,
    "",
    `* 100 simultaneous first calls cause ${value("first-callers-register")} registration and ${value("first-callers-token")} token request.`,
    `* 20 simultaneous 401s cause ${value("revoked-token-token")} token request, and ${succeeded === "20" ? "all 20" : succeeded} calls succeed.`,
    `* 60 calls at once finish under the documented rate limit ${refused === "0" ? "without a 429" : `with ${refused} responses of 429`}.`,
    ...(isClear ? [added] : []),
    `* A server keeps an active device in ${bytes} bytes.`
  ].join("\n")
}

const capacityIds = [
  "usage-pool-rate",
  "redis-rate",
  "redis-latency",
  "redis-takes",
  "memory-active-device",
  "pool-many-devices",
  "redis-device-bytes",
  "redis-bucket-bytes"
]

const capacityOf = (report: Report): string => {
  const lines = capacityIds.map((id) => {
    const { title, unit, table, noise } = rowOf(report, id)
    const place = id === "redis-rate" ? ", with store and throttle in Redis" : ""
    const spread = noise === undefined || table === "costs" ? "" : ` ± ${formatNumber(noise)}`
    return `| ${title}${place} | ${formatNumber(valueOf(report, id))}${spread} ${unit} |`
  })
  const gigabytes = formatNumber((valueOf(report, "redis-device-bytes") * 1e6) / 1e9)
  const { cores, load } = report.machine
  const busy = load > cores + 1 ? `, while other programs used it (load average ${load})` : ""
  return `| Measured on one machine with ${cores} cores${busy} ([all results](benchmarks.md)) | |
|---|---:|
${lines.join("\n")}

One million devices with a token take about ${gigabytes} GB of Redis memory.`
}
