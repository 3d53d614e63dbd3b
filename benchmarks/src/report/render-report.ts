import { markdownTable } from "markdown-table"
import { columnsOf, type Report, type ReportedColumn } from "./report.ts"
import { bestColumns, type Cell, isMeasured, type Row, type TableName, tables } from "./row.ts"

/** The report as Markdown that is readable as plain text. Bold marks the best result of a row. */
export const renderReport = (report: Report): string =>
  [...tableNames.flatMap((table) => renderTables(table, report)), ...versions(report), "", machine(report)].join("\n")

// Boundary: Object.keys forgets the type of the keys.
const tableNames = Object.keys(tables) as ReadonlyArray<TableName>

/** One table, or one for each kind of columns, each with ours. */
const renderTables = (table: TableName, report: Report): ReadonlyArray<string> => {
  const rows = report.rows.filter((row) => row.table === table)
  if (rows.length === 0) return []
  const columns = columnsOf(rows, report.columns)
  const kinds = [...new Set(columns.flatMap(({ kind }) => kind ?? []))]
  if (kinds.length === 0) return renderTable(tables[table], rows, columns)
  return kinds.flatMap((kind) => {
    const shown = columns.filter((column) => column.kind === undefined || column.kind === kind)
    return renderTable(`${tables[table]}: ${kind}`, rows, shown)
  })
}

const renderTable = (
  title: string,
  rows: ReadonlyArray<Row>,
  columns: ReadonlyArray<ReportedColumn>
): ReadonlyArray<string> => {
  const notes = new Notes()
  const names = columns.map(({ name }) => name)
  const withNoise = rows.some(({ noise }) => noise !== undefined)
  const header = [title, ...names, ...(withNoise ? ["noise"] : [])]
  const lines = rows.map((row) => {
    const best = bestColumns(row, names)
    const cells = names.map((name) => renderCell(row.cells[name], best.includes(name), notes))
    return [
      titleOf(row),
      ...cells,
      ...(withNoise ? [row.noise === undefined ? "" : `± ${formatNumber(row.noise)}`] : [])
    ]
  })
  const align = header.map((_, column) => (column === 0 ? "" : "right"))
  return [markdownTable([header, ...lines], { align }), "", ...notes.lines, ...(notes.lines.length > 0 ? [""] : [])]
}

const titleOf = ({ title, unit, better }: Row): string =>
  `${unit === "" ? title : `${title}, ${unit}`} ${better === "lower" ? "↓" : "↑"}`

const renderCell = (cell: Cell | undefined, best: boolean, notes: Notes): string => {
  if (cell === undefined) throw new Error("Failed to render a report with an empty cell")
  if (!isMeasured(cell)) return `${cell.instead}${notes.mark(cell.reason)}`
  const number = formatNumber(cell.value)
  return `${best ? `**${number}**` : number}${cell.note === undefined ? "" : notes.mark(cell.note)}`
}

/** Notes below a table, each once. */
class Notes {
  readonly #texts: Array<string> = []

  mark(text: string): string {
    if (!this.#texts.includes(text)) this.#texts.push(text)
    return superscript(this.#texts.indexOf(text) + 1)
  }

  get lines(): ReadonlyArray<string> {
    return this.#texts.map((text, index) => `* ${superscript(index + 1)} ${text}`)
  }
}

const superscript = (number: number): string => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")

/** Three significant digits, or all of a whole number; thousands are separated. */
export const formatNumber = (value: number): string => {
  const rounded = Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(3))
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 3 })
}

const versions = ({ columns }: Report): ReadonlyArray<string> =>
  columns.map(({ name, packages }) => {
    const list = Object.entries(packages).map(([packageName, version]) => `\`${packageName}\` ${version}`)
    return `* ${name}: ${list.join(", ")}`
  })

const machine = ({ machine: { processor, cores, memory, load, node, system }, date }: Report): string =>
  `Measured on ${date} with Node ${node} on ${cores} cores of ${processor} with ${memory} GB, ${system}.` +
  (load > cores + 1
    ? ` Other programs used the machine (load average ${load}): rows in requests per second, latency and start are much slower than on an idle one; compare them within a row only.`
    : "")
