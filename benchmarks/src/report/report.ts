import type { Machine } from "./machine.ts"
import type { Row } from "./row.ts"

/** All of results.json. */
export interface Report {
  /** Day of the measurement, `YYYY-MM-DD`. */
  readonly date: string
  readonly machine: Machine
  /** In the order in which they are shown. */
  readonly columns: ReadonlyArray<ReportedColumn>
  readonly rows: ReadonlyArray<Row>
}

export interface ReportedColumn {
  readonly name: string
  /** Exact version by package. */
  readonly packages: { readonly [name: string]: string }
}
