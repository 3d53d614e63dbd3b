/** What one contestant makes of one row. There is no empty cell: whoever has no number has a reason. */
export type Cell = Measured | Instead

/** A number, in the unit of the row. */
export interface Measured {
  readonly value: number
  readonly note?: string
}

/** What stands where a number does not make sense, in a word or two, and why. Takes no part in the comparison. */
export interface Instead {
  readonly instead: string
  readonly reason: string
}

export const measured = (value: number, note?: string): Measured => (note === undefined ? { value } : { value, note })

export const notOffered = (reason: string): Instead => ({ instead: "not offered", reason })

export const isMeasured = (cell: Cell): cell is Measured => "value" in cell
