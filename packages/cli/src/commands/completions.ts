import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Completions from "effect/cli/Completions"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
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
    const script = Completions.generate("tve-pass", shell, Completions.fromCommand(yield* CommandTree))
    // The comments of the scripts name a flag that this command does not have.
    output.data(script.replaceAll("tve-pass --completions", "tve-pass completions"))
  })
).pipe(
  Command.withDescription("Prints a completion script for your shell."),
  Command.withShortDescription("print a completion script"),
  Command.withExamples([{ command: "tve-pass completions bash > ~/.local/share/bash-completion/completions/tve-pass" }])
)
