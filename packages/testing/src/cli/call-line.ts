import type { JournalCall } from "../simulator/index.ts"

const resultOf = ({ status, fault }: JournalCall): string =>
  [status ?? "no response", ...(fault === undefined ? [] : [`(${fault})`])].join(" ")

/** What a person who watches the server reads of a call: method, path and status, and below what was wrong with it. */
export const callLine = (call: JournalCall): string =>
  [
    `${call.method} ${call.path} ${resultOf(call)}`,
    ...call.violations.map(({ rule, message }) => `  ${rule}: ${message}`),
    ...call.notes.map((message) => `  note: ${message}`),
    ""
  ].join("\n")
