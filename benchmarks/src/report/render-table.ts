/** A Markdown table with columns padded for whoever reads it as plain text; all but the first are right-aligned. */
export const renderTable = (lines: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const [header = [], ...rows] = lines
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)))
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`))
  return [header, rule, ...rows].map((line) => `| ${line.map(pad).join(" | ")} |`)
}
