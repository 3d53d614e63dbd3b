import type { Cell, Column, Row } from "../report/row.ts"

const simulator: Column = { name: "simulator", packages: ["@tve-pass/testing"] }

/** A mock server for any OpenAPI document; it serves ours. */
const prism: Column = { name: "Prism", packages: ["@stoplight/prism-cli"] }

/** A handler of msw, written by hand for one response. */
const mswHandler: Column = { name: "msw handler", packages: ["msw"] }

/** The simulator and its alternatives. */
export const simulatorColumns: ReadonlyArray<Column> = [simulator, prism, mswHandler]

export interface SimulatorCells {
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
