import { expect, it } from "vitest"
import { parseCommandLine } from "../src/command-line.ts"
import { withReport } from "../src/results-page.ts"
import { runMeasurements } from "../src/run-measurements.ts"
import type { Measurement } from "../src/measurement.ts"

const names = ["warm-call", "footprint"]

it("measures everything and writes the results unless told otherwise", () => {
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

it("names the measurements that there are if one is unknown", () => {
  expect(() => parseCommandLine(["--only", "warm"], names)).toThrow(
    "No measurement is called warm; there are warm-call, footprint"
  )
})

it("refuses an option that it does not know", () => {
  expect(() => parseCommandLine(["--fast"], names)).toThrow("--fast")
})

it("runs those that wait together and before the others, which run one by one, and keeps their order", async () => {
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

it("needs both markers in the page, once", () => {
  const report = {
    date: "2026-11-25",
    machine: { processor: "", cores: 2, node: "", system: "" },
    columns: [],
    rows: []
  }
  const page = withReport("before\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nafter\n", report)
  expect(page.startsWith("before\n<!-- benchmarks -->\n")).toBe(true)
  expect(page.endsWith("\n<!-- /benchmarks -->\nafter\n")).toBe(true)
  expect(page).not.toContain("old")
  expect(withReport(page, report)).toBe(page)
  expect(() => withReport("no markers", report)).toThrow("docs/benchmarks.md needs <!-- benchmarks -->")
})
