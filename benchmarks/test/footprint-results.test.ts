import { describe, expect, test } from "vitest"
import { contestants } from "../src/contestants/contestants.ts"
import { benchFolder } from "../src/footprint/folders.ts"
import { installationOf } from "../src/footprint/installations.ts"
import { readReport, resultsPath } from "../src/read-report.ts"
import type { Column } from "../src/report/column.ts"
import { simulatorColumns } from "../src/simulator/columns.ts"

const { rows } = readReport(resultsPath)
/** Our packages have the same dependencies in the workspace as when they are published. */
const folders = { released: benchFolder, peers: benchFolder }
const packageCounts = (columns: ReadonlyArray<Column>) =>
  Object.fromEntries(columns.map((column) => [column.name, { value: installationOf(column, folders).packages.length }]))

describe("results.json has the number of packages that are installed now", () => {
  test("for each contestant", () => {
    const row = rows.find(({ id }) => id === "costs-installed-packages")
    expect(row?.cells).toEqual(packageCounts(contestants))
  })

  test("for the simulator and what stands beside it", () => {
    const row = rows.find(({ id }) => id === "simulator-installed-packages")
    expect(row?.cells).toEqual(packageCounts(simulatorColumns))
  })
})
