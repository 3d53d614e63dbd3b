import { describe, expect, it } from "vitest"
import { formatNumber, renderReport } from "../src/report/render-report.ts"
import { makeReport, type Report } from "../src/report/report.ts"
import { bestColumns, measured, notOffered, type Row } from "../src/report/row.ts"

const row: Row = {
  id: "time",
  table: "costs",
  title: "time",
  unit: "µs",
  better: "lower",
  cells: { ours: measured(9.5), theirs: measured(5.25, "their way"), others: notOffered("no such thing") },
  noise: 0.5
}
const names = ["ours", "theirs", "others"]
const columns = names.map((name) => ({ name, packages: ["vitest"] }))

describe("the best of a row", () => {
  it("is the lowest or the highest number", () => {
    expect(bestColumns(row, names)).toStrictEqual(["theirs"])
    expect(bestColumns({ ...row, better: "higher" }, names)).toStrictEqual(["ours"])
    expect(bestColumns(row, ["ours", "others"])).toStrictEqual(["ours"])
  })

  it("are several within the noise", () => {
    expect(bestColumns({ ...row, noise: 4.25 }, names)).toStrictEqual(["ours", "theirs"])
    expect(bestColumns({ ...row, noise: 4.24 }, names)).toStrictEqual(["theirs"])
  })

  it("is none if all are equal", () => {
    expect(
      bestColumns({ ...row, cells: { ours: measured(1), theirs: measured(1) } }, ["ours", "theirs"])
    ).toStrictEqual([])
  })
})

describe("a report", () => {
  it("is refused with an empty cell", () => {
    const partial = { ...row, id: "partial", cells: { ours: measured(1) } }
    expect(() => makeReport([row, partial], columns)).toThrow("Row partial has no cell for theirs, others")
  })

  it("is refused with a cell of an unknown column", () => {
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
    machine: { processor: "Some Processor", cores: 2, memory: 8, load: 1, node: "24.0.0", system: "Linux 6.0" },
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

    Measured on 2026-11-25 with Node 24.0.0 on 2 cores of Some Processor with 8 GB, Linux 6.0."
  `)
})

it("renders a table for each kind of columns, each with ours", () => {
  const cells = { ours: measured(2), theirs: measured(3), others: measured(1) }
  const report = makeReport(
    [{ ...row, cells }],
    [
      { name: "ours", packages: ["vitest"] },
      { name: "theirs", packages: ["vitest"], kind: "OAuth libraries" },
      { name: "others", packages: ["vitest"], kind: "HTTP clients" }
    ]
  )
  const lines = renderReport(report).split("\n")
  expect(lines.filter((line) => line.startsWith("| What"))).toStrictEqual([
    "| What it costs: OAuth libraries |  ours | theirs | noise |",
    "| What it costs: HTTP clients | ours | others | noise |"
  ])
  expect(lines.filter((line) => line.startsWith("| time"))).toStrictEqual([
    "| time, µs ↓                     | **2** |      3 | ± 0.5 |",
    "| time, µs ↓                  |    2 |  **1** | ± 0.5 |"
  ])
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
