import { installedClosure, type InstalledClosure } from "@tve-pass/packaging/installed-closure"
import { measured, type Cell } from "../report/cell.ts"
import type { Column } from "../report/column.ts"
import { formatNumber } from "../report/format-number.ts"
import type { Row, TableName } from "../report/row.ts"
import { folderOf, type Folders } from "./folders.ts"

/** What an application gets that installs the packages of a column, besides other applications. */
export const installationOf = (column: Column, folders: Folders): InstalledClosure =>
  installedClosure(folderOf(column, folders), column.packages)

export const installationRows = (
  table: TableName,
  columns: ReadonlyArray<Column>,
  folders: Folders
): ReadonlyArray<Row> => [
  {
    id: `${table}-installed-packages`,
    table,
    title: "packages installed",
    unit: "",
    better: "lower",
    cells: cellsOf(columns, (column) => measured(installationOf(column, folders).packages.length))
  },
  {
    id: `${table}-installed-size`,
    table,
    title: "size of all that is installed",
    unit: "MB",
    better: "lower",
    cells: cellsOf(columns, (column) =>
      measured(installationOf(column, folders).bytes / 1e6, largestPart(column, folders))
    )
  }
]

const cellsOf = (columns: ReadonlyArray<Column>, cellOf: (column: Column) => Cell): Row["cells"] =>
  Object.fromEntries(columns.map((column) => [column.name, cellOf(column)]))

/** Of several packages that are asked for, the one that is most of it and brings no other. */
const largestPart = (column: Column, folders: Folders): string | undefined => {
  const { bytes } = installationOf(column, folders)
  const parts = column.packages.map((name) => ({ name, ...installedClosure(folderOf(column, folders), [name]) }))
  const largest = parts.find((part) => part.packages.length === 1 && part.bytes > bytes / 2)
  if (largest === undefined || column.packages.length === 1) return undefined
  return `${largest.name} alone is ${formatNumber(largest.bytes / 1e6)} MB`
}
