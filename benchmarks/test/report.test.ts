import { describe, expect, it } from "vitest"
import { bestColumns } from "../src/report/best-columns.ts"
import { measured, notOffered } from "../src/report/cell.ts"
import { formatNumber } from "../src/report/format-number.ts"
import { makeReport } from "../src/report/make-report.ts"
import { renderReport } from "../src/report/render-report.ts"
import type { Report } from "../src/report/report.ts"
import type { Row } from "../src/report/row.ts"

const row: Row = {
  id: "time",
  table: "costs",
  title: "time",
  unit: "µs",
  better: "lower",
  cells: { ours: measured(9.5), theirs: measured(5.25, "their way"), others: notOffered("no such thing") },
  noiseFloor: 0.5
}
const columns = ["ours", "theirs", "others"].map((name) => ({ name, packages: ["vitest"] }))

describe("the best of a row", () => {
  it("is the lowest or the highest number, whoever has it", () => {
    expect(bestColumns(row)).toStrictEqual(["theirs"])
    expect(bestColumns({ ...row, better: "higher" })).toStrictEqual(["ours"])
  })

  it("are several that the noise does not tell apart", () => {
    expect(bestColumns({ ...row, noiseFloor: 4.25 })).toStrictEqual(["ours", "theirs"])
    expect(bestColumns({ ...row, noiseFloor: 4.24 })).toStrictEqual(["theirs"])
  })

  it("is nobody where all are alike", () => {
    expect(bestColumns({ ...row, cells: { ours: measured(1), theirs: measured(1) } })).toStrictEqual([])
  })
})

describe("a report", () => {
  it("is refused with an empty cell", () => {
    const partial = { ...row, id: "partial", cells: { ours: measured(1) } }
    expect(() => makeReport([row, partial], columns)).toThrow("Row partial has no cell for theirs, others")
  })

  it("is refused with a cell of a column that is not listed", () => {
    expect(() => makeReport([row], columns.slice(0, 2))).toThrow("Row time has cells for others")
  })

  it("has the columns that have a cell, with the versions of their packages", () => {
    const { ours, theirs } = { ours: measured(1), theirs: measured(2) }
    const report = makeReport([{ ...row, cells: { ours, theirs } }], columns)
    expect(report.columns.map(({ name }) => name)).toStrictEqual(["ours", "theirs"])
    expect(report.columns[0]?.packages["vitest"]).toMatch(/^\d+\.\d+\.\d+/)
  })
})

it("renders a table for each group of rows, with each note once", () => {
  const report: Report = {
    date: "2026-11-25",
    machine: { processor: "Some Processor", cores: 2, node: "24.0.0", system: "Linux 6.0" },
    columns: columns.map(({ name }) => ({ name, packages: { [name]: "1.2.3" } })),
    rows: [row, { ...row, id: "again", table: "behaviour", title: "calls", unit: "", better: "higher" }]
  }
  expect(renderReport(report)).toMatchInlineSnapshot(`
    "| What applications get |    ours | theirs |       others | noise |
    | --------------------- | ------: | -----: | -----------: | ----: |
    | calls ↑               | **9.5** |  5.25¹ | not offered² | ± 0.5 |

    * ¹ their way
    * ² no such thing

    | What it costs | ours |    theirs |       others | noise |
    | ------------- | ---: | --------: | -----------: | ----: |
    | time, µs ↓    |  9.5 | **5.25**¹ | not offered² | ± 0.5 |

    * ¹ their way
    * ² no such thing

    * ours: \`ours\` 1.2.3
    * theirs: \`theirs\` 1.2.3
    * others: \`others\` 1.2.3

    Measured on 2026-11-25 with Node 24.0.0 on 2 cores of Some Processor, Linux 6.0."
  `)
})

it.each([
  [0, "0"],
  [0.449, "0.449"],
  [6.0712, "6.07"],
  [95.24, "95.2"],
  [1217.4, "1,217"],
  [100_000, "100,000"],
  [-2.345, "-2.35"]
])("writes %d as %s", (value, text) => {
  expect(formatNumber(value)).toBe(text)
})
