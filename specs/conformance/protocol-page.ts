import { readFileSync } from "node:fs"

/** A page of docs/protocol, read by its headings and tables. */
export interface ProtocolPage {
  readonly headings: ReadonlyArray<string>
  /** The text below the first heading that starts with the given words, up to the next heading of its rank or above. */
  section(heading: string): string
}

export const protocolPage = (name: string): ProtocolPage => {
  const lines = readFileSync(new URL(`../../docs/protocol/${name}.md`, import.meta.url), "utf8").split("\n")
  return {
    headings: lines.filter((line) => rank(line) < Infinity).map(title),
    section: (heading) => {
      const start = lines.findIndex((line) => rank(line) < Infinity && title(line).startsWith(heading))
      if (start < 0) throw new Error(`${name}.md has no heading that starts with "${heading}"`)
      const end = lines.findIndex((line, index) => index > start && rank(line) <= rank(lines[start] ?? ""))
      return lines.slice(start + 1, end < 0 ? undefined : end).join("\n")
    }
  }
}

/** The number of `#` in front of a heading; no heading ranks last. */
const rank = (line: string): number => /^(#+) /.exec(line)?.[1]?.length ?? Infinity

const title = (line: string): string => line.replace(/^#+ /, "")

/** The rows of the table whose header starts with the given cells, without the header; cells without backticks. */
export const table = (text: string, ...header: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> => {
  const lines = text.split("\n")
  const start = lines.findIndex(
    (line, index) => lines[index + 1]?.startsWith("|-") && header.every((cell, column) => cells(line)[column] === cell)
  )
  if (start < 0) throw new Error(`No table starts with "${header.join(" | ")}"`)
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"))
  return lines.slice(start + 2, length < 0 ? undefined : start + length).map(cells)
}

const cells = (row: string): ReadonlyArray<string> =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.replaceAll("`", "").trim())

/** The anchor that a reader of the repository gives a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")
