import type { JournalCall } from "../simulator/index.ts"

const resultOf = ({ status, fault }: JournalCall): string =>
  [status ?? "no response", ...(fault === undefined ? [] : [`(${fault})`])].join(" ")

/** Returns the log lines of a call for people: method, path and status, and below them its violations. */
export const callLine = (call: JournalCall): string =>
  [
    `${call.method} ${call.path} ${resultOf(call)}`,
    ...call.violations.map(({ rule, message }) => `  ${rule}: ${message}`),
    ...call.notes.map((message) => `  note: ${message}`),
    ""
  ].join("\n")
