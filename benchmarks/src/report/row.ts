/** The tables of the report, in their order. */
export const tables = {
  behaviour: "What applications get",
  costs: "What it costs",
  usage: "tve-pass in servers and apps",
  redis: "tve-pass with Redis",
  simulator: "Simulator"
} as const

export type TableName = keyof typeof tables

/** One column of a table: a library that is measured. */
export interface Column {
  /** Name in the table. */
  readonly name: string
  /** The npm packages that an application installs for it; the report contains their exact versions. */
  readonly packages: ReadonlyArray<string>
  /** Columns of one kind share a table with ours; without a kind a column is in every table of its rows. */
  readonly kind?: "OAuth libraries" | "HTTP clients"
}

/** One line of a table. */
export interface Row {
  /** Unique, for tests and diffs. */
  readonly id: string
  readonly table: TableName
  /** What is measured, short enough for the first column. */
  readonly title: string
  /** Empty for counts. */
  readonly unit: string
  readonly better: "lower" | "higher"
  /** One for each column of the table, by the name of the column. */
  readonly cells: { readonly [column: string]: Cell }
  /** Half of the interval that contains no difference, in the unit of the row: how far a result differs from itself. */
  readonly noise?: number
}

/** The result of one column. No cell is empty: a column without a number has a reason. */
export type Cell = Measured | Instead

/** A number, in the unit of the row. */
export interface Measured {
  readonly value: number
  readonly note?: string
}

/** One or two words in place of a number, and the reason. It takes no part in the comparison. */
export interface Instead {
  readonly instead: string
  readonly reason: string
}

export const measured = (value: number, note?: string): Measured => (note === undefined ? { value } : { value, note })

export const notOffered = (reason: string): Instead => ({ instead: "not offered", reason })

export const isMeasured = (cell: Cell | undefined): cell is Measured => cell !== undefined && "value" in cell

/** The best columns among `names`: several within the noise, none if there is nothing to compare. */
export const bestColumns = ({ cells, better, noise = 0 }: Row, names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const values = names.flatMap((name) => {
    const cell = cells[name]
    return isMeasured(cell) ? [{ name, value: cell.value }] : []
  })
  const numbers = values.map(({ value }) => value)
  const best = better === "lower" ? Math.min(...numbers) : Math.max(...numbers)
  const winners = values.filter(({ value }) => Math.abs(value - best) <= noise)
  return winners.length === names.length ? [] : winners.map(({ name }) => name)
}
