import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { columns } from "./columns.ts"
import { helpText, parseCommandLine, type CommandLine } from "./command-line.ts"
import { measurements } from "./measurements.ts"
import { readReport, resultsPath } from "./read-report.ts"
import { withReport } from "./results-page.ts"
import { makeReport } from "./report/make-report.ts"
import { renderReport } from "./report/render-report.ts"
import { runMeasurements } from "./run-measurements.ts"

const names = measurements.map(({ name }) => name)

const main = async (): Promise<void> => {
  const commandLine = parseCommandLine(process.argv.slice(2), names)
  if (commandLine.help) process.stdout.write(helpText(names))
  else if (commandLine.updatePage) updatePage(commandLine.output ?? resultsPath)
  else await measure(commandLine)
}

const updatePage = (results: string): void => {
  const page = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url))
  writeFileSync(page, withReport(readFileSync(page, "utf8"), readReport(results)))
}

const measure = async ({ only, quick, json, output }: CommandLine): Promise<void> => {
  if (globalThis.gc === undefined)
    throw new Error("Failed to measure memory: start with pnpm bench, or node --expose-gc")
  const partial = only.length > 0
  const chosen = partial ? measurements.filter(({ name }) => only.includes(name)) : measurements
  const start = performance.now()
  const progress = (text: string): void => {
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
  }
  const report = makeReport(await runMeasurements(chosen, { quick, progress }), columns)
  const text = `${JSON.stringify(report, undefined, 2)}\n`
  const file = output ?? (partial || quick ? undefined : resultsPath)
  if (file !== undefined) writeFileSync(file, text)
  process.stdout.write(json ? text : `${renderReport(report)}\n`)
}

try {
  await main()
  // Some peers keep timers that would hold the process for minutes.
  process.exit()
} catch (error) {
  process.stderr.write(`benchmarks: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
