import { renderReport } from "./report/render-report.ts"
import type { Report } from "./report/report.ts"

const start = "<!-- benchmarks -->"
const end = "<!-- /benchmarks -->"

/** The text with the report between its markers; throws where it has none. */
export const withReport = (text: string, report: Report): string => {
  const { before, after } = splitAtMarkers(text)
  return `${before}${start}\n\n${renderReport(report)}\n\n${end}${after}`
}

const splitAtMarkers = (text: string): { readonly before: string; readonly after: string } => {
  const [before, rest, ...more] = text.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`README.md needs ${start} and ${end}, each on a line of its own`)
  }
  return { before, after }
}
