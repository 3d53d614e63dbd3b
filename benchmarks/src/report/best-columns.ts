import { isMeasured } from "./cell.ts"
import type { Row } from "./row.ts"

/** Who is best, whoever it is; several where the noise does not tell them apart, nobody where all are alike. */
export const bestColumns = ({ cells, better, noiseFloor = 0 }: Row): ReadonlyArray<string> => {
  const values = Object.entries(cells).flatMap(([name, cell]) =>
    isMeasured(cell) ? [{ name, value: cell.value }] : []
  )
  const numbers = values.map(({ value }) => value)
  const best = better === "lower" ? Math.min(...numbers) : Math.max(...numbers)
  const winners = values.filter(({ value }) => Math.abs(value - best) <= noiseFloor)
  return winners.length === Object.keys(cells).length ? [] : winners.map(({ name }) => name)
}
