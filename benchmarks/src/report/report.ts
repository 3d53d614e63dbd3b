import { existsSync, readFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os"
import { fileURLToPath } from "node:url"
import { type Column, type Row, tables } from "./row.ts"

/** The content of results.json. */
export interface Report {
  /** Day of the measurement, `YYYY-MM-DD`. */
  readonly date: string
  readonly machine: Machine
  /** In the order of the tables. */
  readonly columns: ReadonlyArray<ReportedColumn>
  readonly rows: ReadonlyArray<Row>
}

export interface ReportedColumn extends Omit<Column, "packages"> {
  /** Exact version by package. */
  readonly packages: { readonly [name: string]: string }
}

/** The machine and its state during the run. */
interface Machine {
  readonly processor: string
  readonly cores: number
  /** Gigabytes of memory. */
  readonly memory: number
  /** Load average of the last five minutes of the run; above `cores`, other programs competed with it. */
  readonly load: number
  readonly node: string
  readonly system: string
}

/** Where `pnpm bench` writes by default; committed. */
export const resultsPath = fileURLToPath(new URL("../../results.json", import.meta.url))

// Boundary: a file that this program wrote.
export const readReport = (path: string): Report => JSON.parse(readFileSync(path, "utf8")) as Report

/** Combines rows and versions. Throws if a row leaves out a column of its table. */
export const makeReport = (rows: ReadonlyArray<Row>, columns: ReadonlyArray<Column>): Report => {
  for (const row of rows) requireAllCells(row, rows, columns)
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memory: Math.round(totalmem() / 2 ** 30),
      load: Math.round(loadavg()[1] ?? 0),
      node: process.version.slice(1),
      system: `${type()} ${release().split(/[-+]/)[0]}`
    },
    columns: columns
      .filter(({ name }) => rows.some(({ cells }) => name in cells))
      .map(({ packages, ...column }) => ({
        ...column,
        packages: Object.fromEntries(packages.map((name) => [name, installedVersion(name)]))
      })),
    rows
  }
}

/** The columns that have a cell in one of the rows. */
export const columnsOf = <Shown extends { readonly name: string }>(
  rows: ReadonlyArray<Row>,
  columns: ReadonlyArray<Shown>
): ReadonlyArray<Shown> => columns.filter(({ name }) => rows.some(({ cells }) => name in cells))

const requireAllCells = (row: Row, rows: ReadonlyArray<Row>, columns: ReadonlyArray<Column>): void => {
  const ofTable = rows.filter(({ table }) => table === row.table)
  const missing = columnsOf(ofTable, columns).filter(({ name }) => !(name in row.cells))
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(", ")
    throw new Error(`Row ${row.id} has no cell for ${names}, which "${tables[row.table]}" shows`)
  }
  const unknown = Object.keys(row.cells).filter((name) => columns.every((column) => column.name !== name))
  if (unknown.length > 0) throw new Error(`Row ${row.id} has cells for ${unknown.join(", ")}, which is not a column`)
}

/** The version in the manifest of an installed package, which need not export it. */
export const installedVersion = (name: string): string => {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
  if (!existsSync(path)) throw new Error(`${name} is not installed; run pnpm install`)
  // Boundary: the manifest of a package.
  return String((JSON.parse(readFileSync(path, "utf8")) as { readonly version?: unknown }).version)
}
