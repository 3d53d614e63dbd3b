/** Returns the number of columns of text without line breaks on a terminal. Escape sequences have none. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const { segment } of graphemes.segment(withoutEscapes(text))) width += wide.test(segment) ? 2 : 1
  return width
}

/** Truncates text to a number of columns, and marks the cut. Truncated text loses its escape sequences. */
export const truncated = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text
  let width = 0
  let kept = ""
  for (const { segment } of graphemes.segment(withoutEscapes(text))) {
    width += wide.test(segment) ? 2 : 1
    if (width > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Pads text with spaces on the right. */
export const padded = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - widthOf(text)))

/**
 * Wraps text at spaces to a number of columns, and keeps the indentation of each paragraph. A longer word gets a
 * separate line and is not broken.
 */
export const wrapped = (text: string, columns: number): ReadonlyArray<string> =>
  text.split("\n").flatMap((paragraph) => {
    const indent = /^ */.exec(paragraph)?.[0] ?? ""
    const lines: Array<string> = []
    let line = ""
    for (const word of paragraph.trim().split(" ")) {
      if (line !== "" && indent.length + widthOf(line) + 1 + widthOf(word) > columns) {
        lines.push(indent + line)
        line = word
      } else line = line === "" ? word : `${line} ${word}`
    }
    return [...lines, indent + line]
  })

/**
 * Replaces control characters, with which text from a server could control the terminal. Tabs and line breaks become
 * spaces.
 */
export const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\t\n\r]+/g, " ").replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD")

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6])/u
// oxlint-disable-next-line no-control-regex
const withoutEscapes = (text: string): string => text.replace(/\u001B\[[\d;]*m/g, "")
