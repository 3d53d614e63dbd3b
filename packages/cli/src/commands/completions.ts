import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import { fromCommand } from "effect/cli/Completions"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { candidatesFor } from "../completions/candidates.ts"
import { completionScripts } from "../completions/scripts.ts"
import { Output } from "../output/output.ts"

/** The whole command, which contains this subcommand. */
export interface CommandTree extends Command.Command.Any {}
export const CommandTree: Context.Service<CommandTree, CommandTree> = Context.Service("@tve-pass/cli/CommandTree")

export const completions = Command.make(
  "completions",
  {
    shell: Argument.Literals("shell", ["bash", "zsh", "fish", "powershell"]).pipe(
      Argument.withDescription("bash, zsh, fish or powershell")
    )
  },
  Effect.fnUntraced(function* ({ shell }) {
    const output = yield* Output
    output.data(completionScripts[shell])
  })
).pipe(
  Command.withDescription("Prints a completion script for your shell."),
  Command.withShortDescription("print a completion script"),
  Command.withExamples([{ command: "tve-pass completions bash > ~/.local/share/bash-completion/completions/tve-pass" }])
)

/** The hidden subcommand that completion scripts call. */
export const complete = Command.make(
  "complete",
  { words: Argument.String("words").pipe(Argument.variadic()) },
  Effect.fnUntraced(function* ({ words }) {
    const output = yield* Output
    const candidates = candidatesFor(fromCommand(yield* CommandTree), words)
    for (const { word, description } of candidates) output.data(description === "" ? word : `${word}\t${description}`)
  })
).pipe(Command.withDescription("Prints the words that can complete the one at the cursor."), Command.unlisted)
