import { describe, expect, it } from "vitest"
import { parseCommandLine } from "../src/command-line.ts"
import { type Measurement, runMeasurements } from "../src/measurement.ts"
import { pages } from "../src/report/page.ts"
import { columns } from "../src/measurements.ts"
import { readReport, resultsPath } from "../src/report/report.ts"

const names = ["warm-call", "footprint"]

it("measures everything and writes the results by default", () => {
  expect(parseCommandLine([], names)).toStrictEqual({
    only: [],
    quick: false,
    json: false,
    output: undefined,
    updatePage: false,
    help: false
  })
})

it("takes several measurements", () => {
  expect(parseCommandLine(["--only", "footprint", "--only", "warm-call"], names).only).toStrictEqual([
    "footprint",
    "warm-call"
  ])
})

it("lists the measurements if one is unknown", () => {
  expect(() => parseCommandLine(["--only", "warm"], names)).toThrow(
    "No measurement is called warm; there are warm-call, footprint"
  )
})

it("refuses an unknown option", () => {
  expect(() => parseCommandLine(["--fast"], names)).toThrow("--fast")
})

it("runs measurements that wait together, then the others one by one, and keeps the order of the rows", async () => {
  const log: Array<string> = []
  const measurement = (name: string, busy: Measurement["busy"]): Measurement => ({
    name,
    busy,
    measure: async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      log.push(`${name} ends`)
      return [{ id: name, table: "costs", title: name, unit: "", better: "lower", cells: {} }]
    }
  })
  const rows = await runMeasurements(
    [
      measurement("a", "computing"),
      measurement("b", "waiting"),
      measurement("c", "computing"),
      measurement("d", "waiting")
    ],
    { quick: true, progress: () => {} }
  )
  expect(rows.map(({ id }) => id)).toStrictEqual(["a", "b", "c", "d"])
  expect(log).toStrictEqual(["b begins", "d begins", "b ends", "d ends", "a begins", "a ends", "c begins", "c ends"])
})

describe("a page", () => {
  const report = readReport(resultsPath)
  const update = (path: string, page: string, rows = report.rows) => pages[path]?.(page, { ...report, rows })

  it("gets the results between its markers, once", () => {
    const page =
      update("docs/benchmarks.md", "before\n<!-- benchmarks -->\nprevious table\n<!-- /benchmarks -->\nafter\n") ?? ""
    expect(page.startsWith("before\n<!-- benchmarks -->\n")).toBe(true)
    expect(page.endsWith("\n<!-- /benchmarks -->\nafter\n")).toBe(true)
    expect(page).not.toContain("previous table")
    expect(update("docs/benchmarks.md", page)).toBe(page)
  })

  it("is refused without markers", () => {
    expect(() => update("docs/benchmarks.md", "no markers")).toThrow("The page needs <!-- benchmarks -->")
  })

  it("is refused if the results lack a number that it cites", () => {
    const page = "<!-- benchmark-summary -->\n<!-- /benchmark-summary -->\n"
    const rows = report.rows.filter(({ id }) => id !== "warm-call-time")
    expect(() => update("README.md", page, rows)).toThrow("The results have no row warm-call-time")
  })
})

it("gives each column another name", () => {
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
})
