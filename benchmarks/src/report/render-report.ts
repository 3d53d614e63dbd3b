import { bestColumns } from "./best-columns.ts"
import { isMeasured, type Cell } from "./cell.ts"
import { formatNumber } from "./format-number.ts"
import { columnsOf } from "./make-report.ts"
import { renderTable } from "./render-table.ts"
import type { Report } from "./report.ts"
import { tables, type Row, type TableName } from "./row.ts"

/** The report as Markdown that can be read as plain text, too. Bold is the best of a row, whoever it is. */
export const renderReport = (report: Report): string =>
  [...tableNames.flatMap((table) => renderOne(table, report)), ...versions(report), "", ...machine(report)].join("\n")

// Boundary: Object.keys forgets the type of the keys.
const tableNames = Object.keys(tables) as ReadonlyArray<TableName>

const renderOne = (table: TableName, report: Report): ReadonlyArray<string> => {
  const rows = report.rows.filter((row) => row.table === table)
  if (rows.length === 0) return []
  const notes = new Notes()
  const names = columnsOf(table, rows, report.columns)
  const withNoise = rows.some(({ noiseFloor }) => noiseFloor !== undefined)
  const header = [tables[table], ...names, ...(withNoise ? ["noise"] : [])]
  const lines = rows.map((row) => {
    const best = bestColumns(row)
    const cells = names.map((name) => renderCell(row.cells[name], best.includes(name), notes))
    const noise = row.noiseFloor === undefined ? "" : `± ${formatNumber(row.noiseFloor)}`
    return [titleOf(row), ...cells, ...(withNoise ? [noise] : [])]
  })
  return [...renderTable([header, ...lines]), "", ...notes.lines, ...(notes.lines.length > 0 ? [""] : [])]
}

const titleOf = ({ title, unit, better }: Row): string =>
  `${unit === "" ? title : `${title}, ${unit}`} ${better === "lower" ? "↓" : "↑"}`

const renderCell = (cell: Cell | undefined, best: boolean, notes: Notes): string => {
  if (cell === undefined) throw new Error("Failed to render a report with an empty cell")
  if (!isMeasured(cell)) return `${cell.instead}${notes.mark(cell.reason)}`
  const number = formatNumber(cell.value)
  return `${best ? `**${number}**` : number}${cell.note === undefined ? "" : notes.mark(cell.note)}`
}

/** Notes below a table, each once however many cells it is about. */
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

const versions = ({ columns }: Report): ReadonlyArray<string> =>
  columns.map(({ name, packages }) => {
    const list = Object.entries(packages).map(([packageName, version]) => `\`${packageName}\` ${version}`)
    return `* ${name}: ${list.join(", ")}`
  })

const machine = ({ machine: { processor, cores, node, system }, date }: Report): ReadonlyArray<string> => [
  `Measured on ${date} with Node ${node} on ${cores} cores of ${processor}, ${system}.`
]
