import type { Cell } from "./cell.ts"

/** The tables of the report, in their order. */
export const tables = {
  behaviour: "What applications get",
  costs: "What it costs",
  simulator: "Simulator"
} as const

export type TableName = keyof typeof tables

/** One line of the table: something measured, over the columns of that table. */
export interface Row {
  /** Unique, for tests and diffs. */
  readonly id: string
  readonly table: TableName
  /** What is measured, short enough for the first column. */
  readonly title: string
  /** Empty for counts. */
  readonly unit: string
  readonly better: "lower" | "higher"
  /** By the name of the column; one for each column of the table. */
  readonly cells: { readonly [column: string]: Cell }
  /** How far apart a thing and itself were measured, in the same unit. */
  readonly noiseFloor?: number
}
