import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { measured } from "../report/cell.ts"
import type { Column } from "../report/column.ts"
import { formatNumber } from "../report/format-number.ts"
import type { Row, TableName } from "../report/row.ts"
import { dependencyClosure, type InstalledPackage } from "./dependency-closure.ts"
import { installedSize } from "./installed-size.ts"
import { isOwnPackage } from "./ours.ts"

const installed = fileURLToPath(new URL("../../node_modules", import.meta.url))

/** What an application gets that installs the packages of a column; our own ones as they are published. */
export const installationOf = ({ packages }: Column, released: string): ReadonlyArray<InstalledPackage> =>
  dependencyClosure(
    packages.map((name) => (isOwnPackage(name) ? join(released, "node_modules", name) : join(installed, name)))
  )

export const installationRows = (
  table: TableName,
  columns: ReadonlyArray<Column>,
  released: string
): ReadonlyArray<Row> => {
  const installations = columns.map((column) => ({ name: column.name, packages: installationOf(column, released) }))
  return [
    {
      id: `${table}-installed-packages`,
      table,
      title: "packages installed",
      unit: "",
      better: "lower",
      cells: Object.fromEntries(installations.map(({ name, packages }) => [name, measured(packages.length)]))
    },
    {
      id: `${table}-installed-size`,
      table,
      title: "size of all that is installed",
      unit: "MB",
      better: "lower",
      cells: Object.fromEntries(
        installations.map(({ name, packages }) => [name, measured(installedSize(packages) / 1e6, dominant(packages))])
      )
    }
  ]
}

/** The package that is more than half of many. */
const dominant = (packages: ReadonlyArray<InstalledPackage>): string | undefined => {
  const all = installedSize(packages)
  const found = packages.find((one) => installedSize([one]) > all / 2)
  if (found === undefined || packages.length === 1) return undefined
  return `${found.name} alone is ${formatNumber(installedSize([found]) / 1e6)} MB`
}
