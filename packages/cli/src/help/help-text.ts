import type { HelpDoc, FlagDoc } from "effect/cli/HelpDoc"
import * as Option from "effect/Option"
import { padded, widthOf, wrapped } from "../output/width.ts"
import type { Styler } from "../output/style.ts"

/**
 * Returns the help of a command in lines that fit the terminal: description, usage, arguments, flags, subcommands,
 * examples, and shared flags.
 */
export const helpText = (doc: HelpDoc, columns: number, style: Styler): string => {
  const sections: Array<ReadonlyArray<string>> = [wrapped(doc.description, columns), usage(doc, columns, style)]
  const add = (title: string, rows: ReadonlyArray<Row>) => {
    if (rows.length > 0) sections.push([style("bold", title), ...listed(rows, columns)])
  }
  for (const { group, commands } of doc.subcommands ?? []) {
    add(
      group ?? "Commands",
      commands.map(({ name, shortDescription, description }) => ({
        left: name,
        right: shortDescription ?? description
      }))
    )
  }
  add(
    "Arguments",
    (doc.args ?? []).map(({ name, description, required, variadic }) => ({
      left: `${name}${variadic ? " …" : ""}`,
      right: `${Option.getOrElse(description, () => "")}${required ? "" : " (optional)"}`
    }))
  )
  add("Flags", doc.flags.map(flagRow))
  add("Flags of every command", (doc.inheritedFlags ?? []).map(flagRow))
  add("Also", (doc.globalFlags ?? []).map(flagRow))
  if ((doc.examples ?? []).length > 0) {
    sections.push([
      style("bold", "Examples"),
      ...(doc.examples ?? []).flatMap(({ command, description }) => [
        ...(description === undefined ? [] : wrapped(`# ${description}`, columns - 2).map((line) => `  ${line}`)),
        `  ${command}`
      ])
    ])
  }
  return sections.map((lines) => lines.join("\n")).join("\n\n")
}

interface Row {
  readonly left: string
  readonly right: string
}

const usage = (doc: HelpDoc, columns: number, style: Styler): ReadonlyArray<string> => [
  style("bold", "Usage"),
  ...wrapped(doc.usage, columns - 2).map((line) => `  ${line}`)
]

/** A flag as it is typed: `-q, --quiet`, `--origin URL`. */
export const flagRow = ({ name, aliases, type, description }: FlagDoc): Row => ({
  left: [...aliases, `--${name}`].join(", ") + (type === "boolean" ? "" : ` ${type}`),
  right: Option.getOrElse(description, () => "")
})

/** Lists names on the left and descriptions on the right, or below the names if the terminal is narrow. */
const listed = (rows: ReadonlyArray<Row>, columns: number): ReadonlyArray<string> => {
  const left = Math.min(24, Math.max(...rows.map((row) => widthOf(row.left)))) + 2
  const right = columns - left - 2
  if (right < 24) {
    return rows.flatMap((row) => [`  ${row.left}`, ...wrapped(row.right, columns - 6).map((line) => `      ${line}`)])
  }
  return rows.flatMap((row) => {
    const [first = "", ...others] = wrapped(row.right, right)
    const indent = `  ${" ".repeat(left)}`
    const fits = widthOf(row.left) <= left - 2
    return [
      ...(fits ? [`  ${padded(row.left, left)}${first}`.trimEnd()] : [`  ${row.left}`, `${indent}${first}`]),
      ...others.map((line) => `${indent}${line}`)
    ]
  })
}
