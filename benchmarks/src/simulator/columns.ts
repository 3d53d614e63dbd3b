import type { Cell } from "../report/cell.ts"
import type { Column } from "../report/column.ts"
import type { Row } from "../report/row.ts"

export const simulator: Column = { name: "simulator", packages: ["@tve-pass/testing"] }

/** A mock server for any OpenAPI document; here it has ours. */
export const prism: Column = { name: "Prism", packages: ["@stoplight/prism-cli"] }

/** A handler of msw, written by hand for the one answer that a test needs. */
export const mswHandler: Column = { name: "msw handler", packages: ["msw"] }

/** What tests of an application otherwise talk to, ours first. */
export const simulatorColumns: ReadonlyArray<Column> = [simulator, prism, mswHandler]

interface SimulatorCells {
  readonly simulator: Cell
  readonly prism: Cell
  readonly mswHandler: Cell
}

/** The cells of a row, one for each of these columns. */
export const simulatorCells = (cells: SimulatorCells): Row["cells"] => ({
  [simulator.name]: cells.simulator,
  [prism.name]: cells.prism,
  [mswHandler.name]: cells.mswHandler
})
