import type { Column } from "./column.ts"
import { installedVersion } from "./installed-version.ts"
import { describeMachine } from "./machine.ts"
import type { Report } from "./report.ts"
import { tables, type Row, type TableName } from "./row.ts"

/** Puts rows and versions together; throws where a row leaves a column of its table out. */
export const makeReport = (rows: ReadonlyArray<Row>, columns: ReadonlyArray<Column>): Report => {
  const shown = columns.filter(({ name }) => rows.some(({ cells }) => name in cells))
  for (const row of rows) complainAboutMissingCells(row, rows, columns)
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    columns: shown.map(({ name, packages }) => ({
      name,
      packages: Object.fromEntries(packages.map((name) => [name, installedVersion(name)]))
    })),
    rows
  }
}

/** The names of the columns of one table, in the order in which they are shown. */
export const columnsOf = (
  table: TableName,
  rows: ReadonlyArray<Row>,
  columns: ReadonlyArray<{ readonly name: string }>
): ReadonlyArray<string> =>
  columns.map(({ name }) => name).filter((name) => rows.some((row) => row.table === table && name in row.cells))

const complainAboutMissingCells = (row: Row, rows: ReadonlyArray<Row>, columns: ReadonlyArray<Column>): void => {
  const missing = columnsOf(row.table, rows, columns).filter((name) => !(name in row.cells))
  if (missing.length > 0) {
    throw new Error(`Row ${row.id} has no cell for ${missing.join(", ")}, which "${tables[row.table]}" shows`)
  }
  const unknown = Object.keys(row.cells).filter((name) => columns.every((column) => column.name !== name))
  if (unknown.length > 0)
    throw new Error(`Row ${row.id} has cells for ${unknown.join(", ")}, which src/columns.ts lacks`)
}
