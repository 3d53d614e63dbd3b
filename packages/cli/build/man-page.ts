import type { HelpDoc } from "effect/cli/HelpDoc"
import * as Option from "effect/Option"
import { commandTree } from "../src/command-tree.ts"
import { exitCodeMeanings } from "../src/failure/command-failure.ts"
import { helpDocs, type CommandHelp } from "../src/help/help-docs.ts"
import { flagRow } from "../src/help/help-text.ts"
import { definitions } from "../src/settings/definitions.ts"

/** The man page tve-pass(1) in roff, made from the same command tree as the help. */
export const manPage = async (version: string): Promise<string> => {
  const [whole, ...commands] = await helpDocs(commandTree)
  if (whole === undefined) throw new Error("Failed to find the command")
  const lines = [
    `.TH TVE-PASS 1 "" "tve-pass ${version}" "Adobe Pass Authentication"`,
    ".SH NAME",
    `tve-pass \\- ${roff(whole.doc.description)}`,
    ".SH SYNOPSIS",
    `.B ${roff(whole.doc.usage)}`,
    ".SH COMMANDS",
    ...commands.flatMap(commandLines),
    ".SH FLAGS OF EVERY COMMAND",
    ...flagLines(whole.doc.flags),
    ".SH ENVIRONMENT",
    ...Object.values(definitions).flatMap(({ key, variable }) => [".TP", `.B ${variable}`, roff(`Setting ${key}.`)]),
    ".SH EXIT STATUS",
    ...exitCodeMeanings.flatMap(([code, meaning]) => [".TP", `.B ${code}`, roff(meaning)]),
    ".SH FILES",
    ".TP",
    ".B .tve-pass.json",
    "Settings of a project, in its folder or one above."
  ]
  return `${lines.join("\n")}\n`
}

const commandLines = ({ path, doc }: CommandHelp): ReadonlyArray<string> => [
  `.SS ${roff(path.join(" "))}${roff((doc.args ?? []).map(({ name }) => ` ${name.toUpperCase()}`).join(""))}`,
  roff(doc.description),
  ...flagLines(doc.flags),
  ...(doc.examples ?? []).flatMap(({ command }) => [".PP", ".nf", roff(command), ".fi"])
]

const flagLines = (flags: HelpDoc["flags"]): ReadonlyArray<string> =>
  flags.flatMap((flag) => [".TP", `.B ${roff(flagRow(flag).left)}`, roff(Option.getOrElse(flag.description, () => ""))])

/** Text for roff: no escapes, no requests. */
const roff = (text: string): string =>
  text
    .replace(/\\/g, "\\e")
    .replace(/-/g, "\\-")
    .replace(/^(['.])/gm, "\\&$1")
