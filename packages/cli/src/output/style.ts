import type { HostStream } from "../host/host.ts"

const codes = { bold: 1, dim: 2, underline: 4, red: 31, green: 32, yellow: 33 } as const

/** A text attribute of a terminal. */
export type Style = keyof typeof codes

/** Styles text for a terminal, or returns it unchanged. */
export type Styler = (style: Style, text: string) => string

/**
 * Creates the styler of one stream. `NO_COLOR` (no-color.org) and `TERM=dumb` turn colors off, and `FORCE_COLOR` turns
 * them on. Otherwise colors are used if the stream is a terminal.
 */
export const makeStyler = (stream: HostStream, variables: Readonly<Record<string, string | undefined>>): Styler =>
  hasColors(stream, variables) ? (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m` : (_style, text) => text

const hasColors = (stream: HostStream, variables: Readonly<Record<string, string | undefined>>): boolean => {
  if (variables["NO_COLOR"] || variables["TERM"] === "dumb") return false
  const forced = variables["FORCE_COLOR"]
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false"
  return stream.isTerminal
}
