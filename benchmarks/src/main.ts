import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type CommandLine, helpText, parseCommandLine } from "./command-line.ts"
import { runMeasurements } from "./measurement.ts"
import { columns, measurements } from "./measurements.ts"
import { pages } from "./report/page.ts"
import { renderReport } from "./report/render-report.ts"
import { makeReport, readReport, resultsPath } from "./report/report.ts"

const names = measurements.map(({ name }) => name)

const main = async (): Promise<void> => {
  const commandLine = parseCommandLine(process.argv.slice(2), names)
  if (commandLine.help) process.stdout.write(helpText(names))
  else if (commandLine.updatePage) updatePages(commandLine.output ?? resultsPath)
  else await measure(commandLine)
}

const updatePages = (results: string): void => {
  const report = readReport(results)
  for (const [page, update] of Object.entries(pages)) {
    const path = fileURLToPath(new URL(`../../${page}`, import.meta.url))
    writeFileSync(path, update(readFileSync(path, "utf8"), report))
  }
}

const measure = async ({ only, quick, json, output }: CommandLine): Promise<void> => {
  if (globalThis.gc === undefined) {
    throw new Error("Failed to measure memory: start with pnpm bench, or node --expose-gc")
  }
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
  // Some libraries keep timers that would hold the process for minutes.
  process.exit()
} catch (error) {
  process.stderr.write(`benchmarks: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
