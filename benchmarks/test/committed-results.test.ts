import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { tokenCalls } from "../src/behaviour/tokens.ts"
import { contestants } from "../src/contestants/contestants.ts"
import { benchFolder, installationOf } from "../src/footprint/footprint.ts"
import { measurements } from "../src/measurements.ts"
import { pages } from "../src/report/page.ts"
import { installedVersion, readReport, resultsPath } from "../src/report/report.ts"
import type { Column } from "../src/report/row.ts"
import { simulatorColumns } from "../src/simulator/columns.ts"
import { withPassingTime } from "./passing-time.ts"

const report = readReport(resultsPath)
const committedRow = (id: string) => report.rows.find((row) => row.id === id)

describe("results.json", () => {
  it("has the counts that are measured now", async () => {
    const rows = await withPassingTime(() => tokenCalls.measure({ quick: false, progress: () => {} }))
    expect(rows.map(({ id }) => committedRow(id))).toStrictEqual(rows)
  })

  it("was measured with the peers that are installed", () => {
    const peers = contestants.filter(({ name }) => name !== "tve-pass")
    const committed = report.columns.map(({ name, packages }) => [name, packages])
    for (const { name, packages } of peers) {
      expect(committed).toContainEqual([
        name,
        Object.fromEntries(packages.map((packageName) => [packageName, installedVersion(packageName)]))
      ])
    }
  })

  it.each([
    ["costs", contestants],
    ["simulator", simulatorColumns]
  ])("has the number of packages that are installed now, in the table %s", (table, columns) => {
    // Our packages have the same dependencies in the workspace as when they are published.
    const folders = { released: benchFolder, peers: benchFolder }
    const countOf = (column: Column) => ({ value: installationOf(column, folders).packages.length })
    const counts = Object.fromEntries(columns.map((column) => [column.name, countOf(column)]))
    expect(committedRow(`${table}-installed-packages`)?.cells).toEqual(counts)
  })

  it("contains no path of the machine", () => {
    expect(readFileSync(resultsPath, "utf8")).not.toMatch(/\/(?:home|root|tmp|work|Users)\b/)
  })
})

it.each(Object.entries(pages))("%s shows the committed results", (path, update) => {
  const page = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8")
  expect(page).toBe(update(page, report))
})

it("gives each measurement another name", () => {
  const names = measurements.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
