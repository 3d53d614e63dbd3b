import { renderReport } from "./report/render-report.ts"
import type { Report } from "./report/report.ts"

const start = "<!-- benchmarks -->"
const end = "<!-- /benchmarks -->"

/** Returns the page with the report between its markers. Throws if a marker is missing. */
export const withReport = (text: string, report: Report): string => {
  const { before, after } = splitAtMarkers(text)
  return `${before}${start}\n\n${renderReport(report)}\n\n${end}${after}`
}

const splitAtMarkers = (text: string): { readonly before: string; readonly after: string } => {
  const [before, rest, ...more] = text.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`docs/benchmarks.md needs ${start} and ${end}, each on a line of its own`)
  }
  return { before, after }
}
