import { contestants } from "./contestants/contestants.ts"
import type { Column } from "./report/column.ts"
import { simulatorColumns } from "./simulator/columns.ts"

/** All columns, in the order in which they are shown. Each is shown in the tables whose rows have a cell for it. */
export const columns: ReadonlyArray<Column> = [...contestants, ...simulatorColumns]
