import { readFileSync } from "node:fs"
import { join } from "node:path"
import { repositoryRoot } from "./published-packages.ts"

/** The page that sizes are recorded on. */
export const recordPath = "decisions/bundle-size.md"

/** A row of one of its tables. */
export interface RecordedRow {
  /** The text of the first cell. */
  readonly name: string
  /** Bytes by column, as far as the cell is a size. */
  readonly sizes: Readonly<Record<string, number>>
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

/** Reads every row of the page's tables that has a size in it, such as `3.42 kB`. */
export const readSizeRecord = (): ReadonlyArray<RecordedRow> =>
  rowsOf(readFileSync(join(repositoryRoot, recordPath), "utf8").split("\n"))

export const rowsOf = (lines: ReadonlyArray<string>): ReadonlyArray<RecordedRow> => {
  let columns: ReadonlyArray<string> = []
  const rows: Array<RecordedRow> = []
  for (const [index, text] of lines.entries()) {
    const cells = cellsOf(text)
    if (cells.length === 0) columns = []
    else if (columns.length === 0) columns = cells
    const sizes = Object.fromEntries(
      columns.flatMap((column, position) => {
        const size = /^(\d+\.\d\d) kB$/.exec(cells[position] ?? "")?.[1]
        return size === undefined ? [] : [[column, Math.round(Number(size) * 1000)]]
      })
    )
    if (Object.keys(sizes).length > 0) rows.push({ name: cells[0] ?? "", sizes, line: index + 1, text })
  }
  return rows
}

const cellsOf = (line: string): ReadonlyArray<string> =>
  line.startsWith("|")
    ? line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    : []

/**
 * What is wrong with a recorded size, or `undefined` if it is right: within 1 %, because compressors differ between
 * machines, and always within 10 bytes, which is what two decimals leave open.
 */
export const outdated = (row: RecordedRow, column: string, measured: number): string | undefined => {
  const recorded = row.sizes[column]
  const tolerance = Math.max(10, measured * 0.01)
  if (recorded !== undefined && Math.abs(recorded - measured) <= tolerance) return undefined
  return `${recordPath}:${row.line} is to say ${(measured / 1000).toFixed(2)} kB under "${column}": ${row.text}`
}
