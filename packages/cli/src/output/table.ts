import { padded, printable, truncated, widthOf } from "./width.ts"

/**
 * Aligns rows in columns, two spaces apart. If the table is wider than `columns`, truncates the widest cells until it
 * fits. Without `columns`, truncates nothing, so that a pipe receives whole values.
 */
export const table = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  columns: number | undefined,
  header?: ReadonlyArray<string>
): string => {
  const cells = [...(header === undefined ? [] : [header]), ...rows].map((row) => row.map(printable))
  const widths = fitted(
    Array.from({ length: Math.max(0, ...cells.map((row) => row.length)) }, (_, index) =>
      Math.max(...cells.map((row) => widthOf(row[index] ?? "")))
    ),
    columns
  )
  return cells
    .map((row) =>
      row
        .map((cell, index) => padded(truncated(cell, widths[index] ?? 0), widths[index] ?? 0))
        .join(gap)
        .trimEnd()
    )
    .join("\n")
}

const gap = "  "

/**
 * Narrows the widest cells until all fit, to at least eight columns each. The first cell, which people copy into their
 * next command, keeps its width.
 */
const fitted = (widths: ReadonlyArray<number>, columns: number | undefined): ReadonlyArray<number> => {
  if (columns === undefined) return widths
  const result = [...widths]
  const available = columns - gap.length * (widths.length - 1)
  while (result.reduce((sum, width) => sum + width, 0) > available) {
    const widest = result.indexOf(Math.max(...result.slice(1)), 1)
    const width = result[widest] ?? 0
    if (width <= 8) break
    result[widest] = width - 1
  }
  return result
}
