import { environments } from "@tve-pass/client"
import type { CommandDescriptor, FlagDescriptor } from "effect/cli/Completions"

/** A word that can complete the one at the cursor. */
export interface Candidate {
  readonly word: string
  readonly description: string
}

/**
 * Returns the words that can complete a command line. `words` are the words after the name of the program; the last is
 * the one at the cursor, which may be empty. If the result is empty, the shell may offer files.
 */
export const candidatesFor = (tree: CommandDescriptor, words: ReadonlyArray<string>): ReadonlyArray<Candidate> => {
  const current = words.at(-1) ?? ""
  let command = tree
  const flags = [...tree.flags]
  let valueOf: FlagDescriptor | undefined
  for (const word of words.slice(0, -1)) {
    if (valueOf !== undefined) {
      valueOf = undefined
      continue
    }
    const flag = flags.find(({ name }) => word === `--${name}`)
    if (flag !== undefined && flag.type._tag !== "Boolean") valueOf = flag
    const subcommand = command.subcommands.find(({ name }) => name === word)
    if (subcommand === undefined) continue
    command = subcommand
    // Each subcommand's flags include the shared flags.
    flags.push(...subcommand.flags.filter(({ name }) => !flags.some((known) => known.name === name)))
  }
  return wordsAt(command, flags, valueOf, current).filter(({ word }) => word.startsWith(current))
}

const wordsAt = (
  command: CommandDescriptor,
  flags: ReadonlyArray<FlagDescriptor>,
  valueOf: FlagDescriptor | undefined,
  current: string
): ReadonlyArray<Candidate> => {
  if (valueOf !== undefined) return valueOf.name === "environment" ? environmentNames : choicesOf(valueOf.type)
  if (current.startsWith("-")) {
    return flags.map(({ name, description = "" }) => ({ word: `--${name}`, description }))
  }
  if (command.subcommands.length > 0) {
    return command.subcommands.map(({ name, description = "" }) => ({ word: name, description }))
  }
  return command.arguments.flatMap(({ type }) => choicesOf(type))
}

const choicesOf = (type: FlagDescriptor["type"]): ReadonlyArray<Candidate> =>
  type._tag === "Choice" ? type.values.map((word) => ({ word, description: "" })) : []

const environmentNames = Object.entries(environments).map(([word, description]) => ({ word, description }))
